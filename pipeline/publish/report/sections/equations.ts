import { html } from 'hono/html';
import type { Equation } from '../../../../schemas/equation.ts';
import { grouped } from '../../../base/shown/grouped.ts';
import { type ReportIndex, termText, unitOf } from '../facts.ts';
import { amount, both, dataTable, linkTo, type Markup, type Row } from '../markup.ts';
import { EQUATION_STATUSES, identityName } from '../names.ts';
import { placeText } from '../source.ts';

const MAX_TERMS = 80;

function equationTitle(equation: Equation): Markup {
  const identity = identityName(equation.identity);
  const status = EQUATION_STATUSES[equation.status];
  return both(`${identity.zh} · ${status.zh}`, `${identity.en} · ${status.en}`);
}

/** Every term of an equation with its label, column, printed value and place, and what is left over. */
export function equationTable(index: ReportIndex, equation: Equation): Markup {
  const rows: Row[] = equation.terms.slice(0, MAX_TERMS).map((term, i) => {
    const text = termText(index, term.id);
    const sign = i === 0 ? '' : term.sign === -1 ? (i === 1 ? '=' : '+') : '−';
    const label = text.known ? linkTo(term.id, text.label || text.raw) : html`<code>${term.id}</code>`;
    return {
      cells: [
        html`<span class="sign">${sign}</span>${label}`,
        [text.where, text.column].filter(Boolean).join(' · '),
        text.raw,
        placeText(text.place),
      ],
    };
  });
  const unit = unitOf(index, equation.terms[0]?.id ?? '');
  const left = equation.terms.length - MAX_TERMS;
  if (left > 0) rows.push({ cells: [both(`另有 ${left} 项`, `${left} more`), '', '', ''] });
  rows.push({
    cells: [both('差额', 'residual'), both(`最小单位 ${equation.u}`, `last place ${equation.u}`), amount(equation.residual, unit), ''],
    mark: 'rest',
  });
  const columns = [
    { head: both('项', 'term') },
    { head: both('列', 'column') },
    { head: both('印作', 'printed'), n: true },
    { head: both('位置', 'place') },
  ];
  return dataTable(equationTitle(equation), columns, rows);
}

/** The same on one line: `12 = 3 + 4 + 5`, each number a link to its cell. */
export function equationLine(index: ReportIndex, equation: Equation): Markup {
  const parts = equation.terms.slice(0, MAX_TERMS).map((term, i) => {
    const sign = i === 0 ? '' : term.sign === 1 ? ' − ' : i === 1 ? ' = ' : ' + ';
    const text = termText(index, term.id);
    return html`${sign}${linkTo(term.id, text.value === null ? text.raw || term.id : grouped(text.value))}`;
  });
  const left = equation.terms.length - MAX_TERMS;
  return html`${parts}${left > 0 ? html` + … (${left})` : ''}`;
}
