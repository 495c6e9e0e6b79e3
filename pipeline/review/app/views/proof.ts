import type { Equation } from '../../../../schemas/equation.ts';
import type { ItemView } from '../../../../schemas/reviewing/api.ts';
import { ruleOf } from '../../../../schemas/rules/index.ts';
import { grouped } from '../../../base/shown/grouped.ts';
import { termText, unitOf } from '../../../publish/report/facts.ts';
import { EQUATION_STATUSES, identityName } from '../../../publish/report/names.ts';
import { type Child, chinese, h } from '../base/dom.ts';
import { say, word } from '../base/words.ts';
import type { Model } from '../model/document-model.ts';

const MOST_TERMS = 120;
const MOST_EQUATIONS = 3;

export interface Chosen {
  selected: string | null;
  pick: (factId: string) => void;
}

/** A number that can be chosen, by the text given. */
export function factButton(factId: string, text: Child, { selected, pick }: Chosen): HTMLElement {
  const pressed = factId === selected;
  return h('button', { type: 'button', class: 'fact', 'aria-pressed': String(pressed), onclick: () => pick(factId) }, text);
}

/** What a number is called: its row and column. */
export function nameOfFact(model: Model, factId: string): string {
  const { label, column } = termText(model, factId);
  return [label, column].filter(Boolean).join(' · ') || factId;
}

/** `6,192.04 万元`. */
export const withUnit = (amount: string, unit: string | null): Child => [
  h('b', { class: 'n' }, grouped(amount)),
  unit ? [' ', chinese(unit)] : '',
];

const signOf = (at: number, sign: 1 | -1): string => (at === 0 ? '' : sign === 1 ? '−' : at === 1 ? '=' : '+');

interface Shown {
  item: ReadonlySet<string>;
  chosen: Chosen;
  /** The table of the total, which is not said again of every addend. */
  table: string;
}

function termRow(model: Model, { terms }: Equation, at: number, { item, chosen, table }: Shown): HTMLElement | null {
  const term = terms[at];
  if (!term) return null;
  const { label, column, where, raw, value, known } = termText(model, term.id);
  const held = value === null ? '' : grouped(value);
  const name = known ? factButton(term.id, chinese(label || raw), chosen) : h('code', {}, term.id);
  const marks = [item.has(term.id) && 'of-item', term.id === chosen.selected && 'selected'].filter(Boolean).join(' ');
  const sign = h('span', { class: 'sign' }, signOf(at, term.sign));
  const place = [at > 0 && where === table ? '' : where, column].filter(Boolean).join(' · ');
  const differs = held !== '' && value !== raw && held !== raw;
  return h(
    'tr',
    { class: marks || null },
    h('th', { scope: 'row' }, h('div', { class: 'term' }, sign, name)),
    h('td', { lang: 'zh-CN', class: 'dim' }, place),
    h('td', { class: 'n' }, known ? raw : '–', differs && [h('br'), h('b', {}, '→ ', held)]),
  );
}

/** Every addend of an equation, and what is left over with its unit. */
function equationTable(model: Model, equation: Equation, item: ReadonlySet<string>, chosen: Chosen): HTMLElement {
  const unit = unitOf(model, equation.terms[0]?.id ?? '');
  const how = { item, chosen, table: termText(model, equation.terms[0]?.id ?? '').where };
  const shown = equation.terms.slice(0, MOST_TERMS).map((_, at) => termRow(model, equation, at, how));
  const left = equation.terms.length - shown.length;
  const head = (['term', 'where', 'printed'] as const).map((name) => h('th', { scope: 'col' }, word(name)));
  return h(
    'table',
    { class: 'equation' },
    h(
      'caption',
      {},
      say(identityName(equation.identity)),
      ' · ',
      h(
        'span',
        { class: `tag ${equation.status === 'broken' ? 'misread' : equation.status === 'tail' ? 'placement' : 'succeeded'}` },
        say(EQUATION_STATUSES[equation.status]),
      ),
    ),
    h('thead', {}, h('tr', {}, head)),
    h('tbody', {}, shown, left > 0 && h('tr', {}, h('td', { colspan: 3 }, word('moreTerms', left)))),
    h(
      'tfoot',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, word('residual')),
        h('td', { class: 'dim' }, word('lastPlace', equation.u), ' ', chinese(unit)),
        h('td', { class: 'n' }, withUnit(equation.residual, unit)),
      ),
    ),
  );
}

/** Proposals and their alternatives, each a button that takes it where it is an edit. */
export function proposals(model: Model, item: ItemView, chosen: Chosen, take: (alternative: number | null) => void): HTMLElement | null {
  const taken = (text: string, canTake: boolean, act: () => void, key: string): HTMLElement =>
    h(
      'li',
      {},
      canTake && h('button', { type: 'button', class: 'take', onclick: act }, word('take'), key && h('kbd', {}, key)),
      ' ',
      changeText(model, text, chosen),
    );
  const own = item.proposal === '' ? null : taken(item.proposal, item.take.length > 0, () => take(null), 'P');
  const others = item.alternatives.map((text, i) =>
    taken(text, (item.takeAlternatives[i]?.length ?? 0) > 0, () => take(i), i < 9 ? String(i + 1) : ''),
  );
  if (!own && others.length === 0) return null;
  return h(
    'div',
    { class: 'proposals' },
    own && [h('h3', {}, word('proposal')), h('ul', { class: 'plain strong' }, own)],
    others.length > 0 && [h('h3', {}, word('alternatives')), h('ul', { class: 'plain' }, others)],
  );
}

/** A change with the names of numbers in place of their keys. */
function changeText(model: Model, text: string, chosen: Chosen): Child {
  const pieces = text.split(/\b(\w+)\b/).map((piece): Child => {
    if (!termText(model, piece).known) return piece;
    return factButton(piece, chinese(nameOfFact(model, piece)), chosen);
  });
  return h('span', { lang: 'zh-CN' }, pieces);
}

/** Both sides of a comparison that is no equation. */
function comparison(item: ItemView): HTMLElement | null {
  if (item.actual === '' && item.expected === '') return null;
  const side = (name: 'met' | 'expected', text: string): Child =>
    text !== '' && h('div', {}, h('dt', {}, word(name)), h('dd', { lang: 'zh-CN' }, text));
  const residual = item.residual !== '' && h('div', {}, h('dt', {}, word('residual')), h('dd', {}, withUnit(item.residual, item.unit)));
  return h('dl', { class: 'comparison' }, side('met', item.actual), side('expected', item.expected), residual);
}

/** Why the item matters and what usually helps; what its equations say or both sides of its comparison. */
export function evidence(model: Model, item: ItemView, chosen: Chosen): Child {
  const ids = new Set(item.factIds);
  const equations = item.equationIds.slice(0, MOST_EQUATIONS).flatMap((id) => model.equations.get(id) ?? []);
  const rule = ruleOf(item.ruleId);
  const why = rule && h('div', {}, h('dt', {}, word('whyZh')), h('dd', {}, say({ zh: rule.whyZh, en: rule.why })));
  const what = rule && h('div', {}, h('dt', {}, word('doZh')), h('dd', {}, say({ zh: rule.doZh, en: rule.do })));
  return [
    equations.length === 0 && comparison(item),
    equations.map((equation) => equationTable(model, equation, ids, chosen)),
    rule && h('details', { class: 'why' }, h('summary', {}, word('doZh')), h('dl', {}, what, why)),
  ];
}
