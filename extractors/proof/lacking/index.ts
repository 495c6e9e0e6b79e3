/**
 * A table of a ledger in, findings for the totals and columns that it should have and does not print out; imports schemas, model,
 * notation, proof/identities/across, ledger.
 */
import type { Finding } from '../../../schemas/diagnostic.ts';
import { TOTAL_COLUMN } from '../../../schemas/lexicon/vocabulary.ts';
import { at } from '../../model/at.ts';
import type { PlacedRow, PlacedTable } from '../../model/tables.ts';
import { compact } from '../../notation/text.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { lackingParts } from './parts.ts';
import { FEWEST_ROWS } from './settings.ts';

/**
 * Disclosures print a total of every table by subject and of every side of a 收支 table, and a total column beside its parts: where one is
 * not there it was lost, and with it what would show further losses.
 */
export function lackingIn(ledger: Ledger, t: number): Finding[] {
  const table = ledger.table(t);
  const totals = DIVIDED.has(table.shape) || table.shape === 'two-sided' ? lackingTotalColumn(table) : [];
  const parts = DIVIDED.has(table.shape) ? lackingParts(ledger, t) : [];
  return [...totals, ...parts, ...lackingTotalRows(table), ...emptyPanels(table)];
}

const DIVIDED: ReadonlySet<string> = new Set(['coded', 'units', 'projects']);

/** Of several years, or revenue beside expenditure, there is no total; nor of one column. */
function lackingTotalColumn(table: PlacedTable): Finding[] {
  if (table.guessed || filledRows(table.items).length < FEWEST_ROWS) return [];
  const filled = new Set(table.items.flatMap(({ cells }) => cells.map(({ column }) => column)));
  return table.panels.flatMap(({ values }): Finding[] => {
    const columns = values.map((column) => at(table.columns, column)).filter(({ type, path }) => type === 'money' && path.length > 0);
    const isOfOneSort = new Set(columns.map(({ period, coordinates: { flow, stage } }) => `${period}|${flow}|${stage}`)).size === 1;
    if (columns.length < 2 || !isOfOneSort || !columns.some(({ index }) => filled.has(index))) return [];
    if (topCells(columns.map(({ path }) => path)).some((cell) => TOTAL_COLUMN.test(compact(cell)))) return [];
    const actual = columns.map(({ path }) => path.join(' > ')).join(' | ');
    return [{ ruleId: 'column/total-missing', tableIndex: table.index, places: table.caption.places.slice(0, 1), actual }];
  });
}

/** The first header cells that are not common to all columns. */
function topCells(paths: readonly (readonly string[])[]): string[] {
  const cells = paths.flatMap(([cell]) => (cell === undefined ? [] : [cell]));
  const isCommon = new Set(cells).size === 1 && paths.every((path) => path.length > 1);
  return isCommon ? topCells(paths.map((path) => path.slice(1))) : cells;
}

/** Units stand in the place of a total where a table lists several; one panel of a 收支 table is a side of it. */
function lackingTotalRows(table: PlacedTable): Finding[] {
  if (table.shape !== 'two-sided' && table.shape !== 'coded') return [];
  return table.panels.flatMap(({ index, name }) => {
    const rows = filledRows(table.items).filter(({ panel }) => panel === index);
    if (rows.length < FEWEST_ROWS || rows.some(({ role }) => role === 'total' || role === 'unit')) return [];
    return [
      { ruleId: 'row/total-missing', tableIndex: table.index, places: table.caption.places.slice(0, 1), actual: name || table.title },
    ];
  });
}

/** Every unit pays wages and buys goods: the panels of 301 and 302 are blank in no disclosure. */
const NEVER_BLANK: ReadonlySet<string> = new Set(['301', '302']);

function emptyPanels(table: PlacedTable): Finding[] {
  if (table.shape !== 'panels' || filledRows(table.items).length < FEWEST_ROWS) return [];
  return table.panels.flatMap(({ index, name, values }): Finding[] => {
    const rows = table.items.filter(({ panel }) => panel === index);
    const [own] = values;
    const isBlank = rows.every(({ cells }) => cells.every(({ column }) => column === null || !values.includes(column)));
    if (rows.length < FEWEST_ROWS || !isBlank || !rows.some(({ code }) => code !== null && NEVER_BLANK.has(code))) return [];
    const actual = [name, own === undefined ? '' : (table.columns[own]?.path.join(' > ') ?? '')].filter((text) => text !== '').join(' > ');
    return [{ ruleId: 'column/missing', tableIndex: table.index, places: table.caption.places.slice(0, 1), actual }];
  });
}

const filledRows = (rows: readonly PlacedRow[]): PlacedRow[] => rows.filter(({ cells }) => cells.length > 0);
