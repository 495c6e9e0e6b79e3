import type { TableView } from '../../../../schemas/reviewing/api.ts';
import type { Decision } from '../../../../schemas/reviewing/decisions.ts';
import type { RowRole } from '../../../../schemas/table.ts';
import { type LocatedFact, unitOf } from '../../../publish/report/facts.ts';
import { type Child, chinese, h } from '../base/dom.ts';
import { KEYS } from '../base/keys.ts';
import { type Named, say, type Word, word } from '../base/words.ts';
import type { Model } from '../model/document-model.ts';
import { mostDecimals, typedValue } from '../model/typed-value.ts';
import { nameOfFact } from './proof.ts';

/** What a form of corrections decides; an empty list changes nothing. */
export interface Decided {
  decisions: readonly Decision[];
  reason: string;
}

const ROLES: Readonly<Record<RowRole, Named>> = {
  item: { zh: '明细', en: 'item' },
  subtotal: { zh: '小计', en: 'subtotal' },
  total: { zh: '合计', en: 'total' },
  unit: { zh: '单位（不计入合计）', en: 'unit (outside the sums)' },
  memo: { zh: '其中（不计入合计）', en: 'memo, of which (outside the sums)' },
};

const isRole = (text: string): text is RowRole => text in ROLES;

/** Rows that a list offers: a longer table is asked by typing. */
const MOST_ROWS = 2_000;

function field(name: Word, control: HTMLElement, ...values: readonly string[]): HTMLElement {
  return h('label', { class: 'field' }, h('span', {}, word(name, ...values)), control);
}

/** A modal form; resolves with what it decides, or null where it is left. Focus goes back to where it was. */
function ask(title: Word, about: Child, body: readonly Child[], decide: () => readonly Decision[] | null): Promise<Decided | null> {
  const reason = h('input', { type: 'text', maxlength: 1000 });
  const form = h(
    'form',
    { method: 'dialog' },
    h('h2', {}, word(title)),
    about && h('p', { class: 'dim' }, about),
    body,
    field('reason', reason),
    h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'submit', class: 'primary' }, word('save'), h('kbd', {}, 'Enter')),
      h('button', { type: 'button', onclick: () => dialog.close() }, word('cancel'), h('kbd', {}, 'Esc')),
    ),
  );
  const dialog = h('dialog', { 'aria-label': word(title) }, form);
  const before = document.activeElement;
  document.body.append(dialog);
  return new Promise((done) => {
    let decided: Decided | null = null;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const decisions = decide();
      if (!decisions) return;
      decided = { decisions, reason: reason.value.trim() };
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      done(decided);
    });
    dialog.showModal();
  });
}

function columnValues({ table, row, cell }: LocatedFact): (string | null)[] {
  return table.rows.flatMap(({ panel, cells }) =>
    panel === row.panel ? cells.flatMap(({ column, value }) => (column === cell.column ? [value] : [])) : [],
  );
}

/** E: the number that is printed, where it was read wrong. */
export function askValue(model: Model, fact: LocatedFact): Promise<Decided | null> {
  const { cell, column } = fact;
  const type = column?.type ?? 'money';
  const decimals = mostDecimals(columnValues(fact));
  const problem = h('p', { class: 'problem', role: 'alert', id: 'value-problem' });
  const input = h('input', {
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    autofocus: true,
    'aria-describedby': 'value-problem',
  });
  input.value = cell.value ?? '';
  input.addEventListener('focus', () => input.select());
  const check = (): string | null => {
    const typed = typedValue(input.value, { type }, decimals);
    if ('problem' in typed) {
      problem.textContent = word(typed.problem);
      return null;
    }
    problem.textContent = typed.value === cell.value ? word('sameAsPrinted') : typed.fine ? word('tooFine', decimals) : '';
    return typed.value;
  };
  input.addEventListener('input', check);
  const about = [chinese(nameOfFact(model, cell.factId)), ' · ', word('printedAs', cell.raw)];
  const { factId } = cell;
  return ask('value', about, [field('newValue', input, unitOf(model, factId) || '–'), problem], () => {
    const value = check();
    if (value === null) return null;
    return [value === cell.value ? { edit: 'confirm', factId } : { edit: 'value', factId, value }];
  });
}

const columnText = (path: readonly string[], index: number): string => path.join(' > ') || String(index + 1);

/** M: the same number in another column of its row. */
export function askColumn(model: Model, table: TableView, { cell, row }: LocatedFact): Promise<Decided | null> {
  const taken = new Set(row.cells.map(({ column }) => column));
  const options = table.columns.flatMap(({ index, panel, path }) => {
    if (panel !== row.panel || (taken.has(index) && index !== cell.column)) return [];
    const likely = cell.alternatives.includes(index) ? '★ ' : '';
    return [h('option', { value: index, selected: index === cell.column }, `${likely}${columnText(path, index)}`)];
  });
  const select = h('select', { autofocus: true, lang: 'zh-CN', size: Math.min(10, Math.max(2, options.length)) }, options);
  const about = [chinese(nameOfFact(model, cell.factId)), ' · ', word('printedAs', cell.raw)];
  return ask('move', about, [field('toColumn', select)], () => {
    const column = table.columnKeys[Number(select.value)] ?? Number(select.value);
    return Number(select.value) === cell.column ? [] : [{ edit: 'move', factId: cell.factId, column }];
  });
}

/** R: what the row is in its table, and of which row it is a part. */
export function askRow(table: TableView, { row }: LocatedFact): Promise<Decided | null> {
  const named = ({ code, label }: { code: string | null; label: string }) => [code, label].filter(Boolean).join(' ');
  const roles = Object.entries(ROLES).map(([role, name]) => h('option', { value: role, selected: role === row.role }, say(name)));
  const role = h('select', { autofocus: true }, roles);
  const near = table.rows.filter(({ panel, index }) => panel === row.panel && index !== row.index).slice(0, MOST_ROWS);
  const parents = near.map((other) =>
    h('option', { value: other.index, selected: other.index === row.parent }, `${'\u3000'.repeat(other.labelPath.length)}${named(other)}`),
  );
  const parent = h('select', { lang: 'zh-CN' }, h('option', { value: '' }, word('noParent')), parents);
  return ask('row', chinese(named(row)), [field('role', role), field('parent', parent)], () => {
    const rowKey = table.rowKeys[row.index] ?? row.index;
    const above = parent.value === '' ? null : Number(parent.value);
    const decisions: Decision[] = [];
    if (isRole(role.value) && role.value !== row.role) decisions.push({ edit: 'role', table: table.key, row: rowKey, role: role.value });
    if (above !== row.parent) {
      const parentKey = above === null ? null : (table.rowKeys[above] ?? above);
      decisions.push({ edit: 'parent', table: table.key, row: rowKey, parent: parentKey });
    }
    return decisions;
  });
}

/** C: what the column is called, from the top of its header. */
export function askHeader(table: TableView, { column }: LocatedFact): Promise<Decided | null> {
  if (!column) return Promise.resolve(null);
  const before = column.path.join(' > ');
  const input = h('input', { type: 'text', autofocus: true, lang: 'zh-CN', autocomplete: 'off' });
  input.value = before;
  return ask('column', chinese(before || String(column.index + 1)), [field('columnPath', input)], () => {
    const path = input.value
      .split(/[>＞]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (path.length === 0 || path.join(' > ') === before) return [];
    return [{ edit: 'column', table: table.key, column: table.columnKeys[column.index] ?? column.index, path }];
  });
}

/** T: what the table is called and counted in, or that it is none. */
export function askTable(table: TableView): Promise<Decided | null> {
  const title = h('input', { type: 'text', autofocus: true, lang: 'zh-CN', autocomplete: 'off' });
  title.value = table.title;
  const unit = h('input', { type: 'text', lang: 'zh-CN', autocomplete: 'off' });
  unit.value = table.unit ?? '';
  const none = h('input', { type: 'checkbox' });
  const noTable = h('label', { class: 'check' }, none, ' ', word('noTable'));
  return ask('table', chinese(table.title), [field('title', title), field('unit', unit), noTable], () => {
    const named = { table: table.key };
    if (none.checked) return [{ edit: 'no-table', ...named }];
    const decisions: Decision[] = [];
    if (title.value.trim() !== table.title) decisions.push({ edit: 'title', ...named, title: title.value.trim() });
    if (unit.value.trim() !== (table.unit ?? '')) decisions.push({ edit: 'unit', ...named, unit: unit.value.trim() });
    return decisions;
  });
}

/** ?: every key. */
export function showHelp(): void {
  const rows = KEYS.filter(({ says }, i) => KEYS.findIndex((other) => other.says === says) === i).map(({ says }) => {
    const shown = KEYS.filter((key) => key.says === says).map((key) => [h('kbd', {}, key.shown), ' ']);
    return h('tr', {}, h('td', {}, shown), h('td', {}, word(says)));
  });
  const alternatives = h('tr', {}, h('td', {}, h('kbd', {}, '1'), ' – ', h('kbd', {}, '9')), h('td', {}, word('alternatives')));
  const close = h('button', { type: 'submit', class: 'primary', autofocus: true }, word('close'), h('kbd', {}, 'Esc'));
  const form = h(
    'form',
    { method: 'dialog' },
    h('h2', {}, word('help')),
    h('table', { class: 'keys' }, h('tbody', {}, rows, alternatives)),
    h('div', { class: 'buttons' }, close),
  );
  const dialog = h('dialog', { 'aria-label': word('help') }, form);
  const before = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
}
