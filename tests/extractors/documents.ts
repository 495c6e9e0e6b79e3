import { periods } from '../../extractors/document/periods.ts';
import type { Extraction } from '../../extractors/extraction.ts';
import { rowOfText } from '../../extractors/layout/grids/text-row.ts';
import { layout } from '../../extractors/layout/index.ts';
import { join } from '../../extractors/layout/joining/index.ts';
import { segment } from '../../extractors/layout/segmenting/index.ts';
import type { Block, GridRow, TextLine } from '../../extractors/model/blocks.ts';
import type { Segments } from '../../extractors/model/segments.ts';
import type { Stage } from '../../extractors/model/stage.ts';
import type {
  HeaderedTable,
  JoinedTable,
  NestedRow,
  NestedTable,
  PlacedCell,
  PlacedTable,
  ReadCell,
} from '../../extractors/model/tables.ts';
import { coordinates } from '../../extractors/proof/coordinates/index.ts';
import { declare } from '../../extractors/proof/declare.ts';
import { asPrinted } from '../../extractors/proof/placing/as-printed.ts';
import { candidates } from '../../extractors/proof/placing/index.ts';
import { type Proof, prove } from '../../extractors/proof/proof.ts';
import { readings } from '../../extractors/proof/readings/index.ts';
import { flowDocument } from '../../extractors/readers/text/index.ts';
import { splitPages } from '../../extractors/readers/text/pages.ts';
import { header } from '../../extractors/tables/header/index.ts';
import { subjects } from '../../extractors/tables/nesting/index.ts';
import { rows } from '../../extractors/tables/rows/index.ts';
import { values } from '../../extractors/tables/values/index.ts';
import { extract } from '../../pipeline/run/document/extract.ts';
import { loadProfiles } from '../../pipeline/run/profiles/load-profiles.ts';
import type { Finding } from '../../schemas/diagnostic.ts';
import type { Equation } from '../../schemas/equation.ts';
import type { Profile } from '../../schemas/profile.ts';
import { partedBlocks } from '../support/blocks.ts';

/** Runs the phases on small texts and shows what they make of them as short lines. In the texts here `→` stands for a tab. */

export const PROFILES = await loadProfiles();
const profileOf = (id: string): Profile => PROFILES.find((profile) => profile.id === id)!;

export const tabs = (text: string): string => text.replaceAll('→', '\t');

export interface Run {
  blocks: Block[];
  segmented: Segments;
  joined: { tables: JoinedTable[] };
  headered: { tables: HeaderedTable[] };
  /** After values and subjects. */
  nested: { tables: NestedTable[] };
  /** As the numbers are printed, before any is placed. */
  printed: { tables: PlacedTable[] };
  placed: { tables: PlacedTable[] };
  reconciled: Proof & { misfits: ReadonlySet<string> };
  findings: Finding[];
}

/** The blocks of a text. */
export function blocksOfText(text: string): Block[] {
  return partedBlocks(flowDocument('text', 'utf-8', splitPages(tabs(text))).pages.flatMap((page) => page.blocks));
}

/** The only line of a text. */
export function lineOf(text: string): TextLine {
  const [block] = blocksOfText(text);
  if (block?.kind !== 'line') throw new Error('no line of text');
  return block;
}

/** The first row of a text; a line without tabs is a row of one cell. */
export function rowOf(text: string): GridRow {
  const [block] = blocksOfText(text);
  if (block?.kind === 'line') return rowOfText(block);
  const row = block?.rows[0];
  if (!row) throw new Error('no row');
  return row;
}

/** A year of the document matters to few tests; without one columns speak of the years that they name. */
export function run(text: string, profile = 'default', year: number | null = null): Run {
  const findings: Finding[] = [];
  const context = { profile: profileOf(profile), report: (finding: Finding) => findings.push(finding) };
  const of = <In, Out>(stage: Stage<In, Out>, input: In): Out => stage.run(input, context);
  const source = flowDocument('text', 'utf-8', splitPages(tabs(text)));
  const blocks = of(readings, of(layout, source));
  const segmented = of(segment, blocks);
  const joined = of(join, segmented.parts);
  const headered = of(header, joined);
  const nested = of(subjects, of(values, { tables: of(rows, headered), source }));
  const dated = of(periods, { tables: nested, year, entity: null });
  const coordinated = of(coordinates, { tables: dated, kind: null });
  const placed = of(candidates, coordinated);
  const declared = declare(placed, []);
  findings.push(...declared.findings);
  return {
    blocks,
    segmented,
    joined: { tables: joined },
    headered: { tables: headered },
    nested: { tables: nested },
    printed: { tables: coordinated.map(asPrinted) },
    placed: { tables: placed },
    reconciled: { ...prove({ tables: placed, statements: [], confirmed: [] }, declared), misfits: new Set(declared.misfits) },
    findings,
  };
}

export async function read(text: string | Uint8Array): Promise<Extraction> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(tabs(text)) : text;
  return extract(bytes, { sourceFile: 'source.txt', documentId: 'source', profiles: PROFILES });
}

/** The same, its numbers named by where they stand (`t1r2c0`) and not by their keys, so that a test says which ones it means. */
export async function readByPlace(text: string): Promise<Extraction> {
  const { disclosure, report, ...others } = await read(text);
  const places = new Map<string, string>();
  for (const { index, rows: items } of disclosure.tables) {
    for (const row of items) for (const cell of row.cells) places.set(cell.factId, `t${index}r${row.index}c${cell.column}`);
  }
  const placed = <T>(value: T): T => JSON.parse(JSON.stringify(value).replace(/\bf[0-9a-z]{11}\b/g, (key) => places.get(key) ?? key)) as T;
  return { ...others, disclosure: placed(disclosure), report: placed(report) };
}

/** The column paths of a table, `panel: a > b` where it has several panels. */
export function pathsOf(table: Pick<HeaderedTable, 'columns' | 'panels'>): string[] {
  return table.columns.map((column) => `${table.panels.length > 1 ? `${column.panel}: ` : ''}${column.path.join(' > ')}`);
}

/** `code label [role] ^path: column=value …`; the role is left out for items, the path where there is none. */
export function rowsOf(table: Omit<NestedTable, 'readings'>): string[] {
  return table.items.map((row) => rowText(row, table));
}

function rowText(row: NestedRow, table: Pick<NestedTable, 'panels'>): string {
  const panel = table.panels.length > 1 ? `${row.panel}|` : '';
  const head = [
    row.code,
    row.label,
    row.role === 'item' ? null : `[${row.role}]`,
    row.labelPath.length > 0 ? `^${row.labelPath.join('/')}` : null,
  ];
  return `${panel}${head.filter((part) => part).join(' ')}: ${row.cells.map(cellText).join(' ')}`.trim();
}

const STATE: Readonly<Record<PlacedCell['placement'], string>> = { printed: '', unique: '!', ambiguous: '?' };

/** `column=value`, `column!=value` where the equations gave the column, `column?=value` where it is open. */
function cellText(cell: ReadCell | PlacedCell): string {
  const placement = 'placement' in cell ? cell.placement : 'printed';
  const alternatives = 'alternatives' in cell && cell.alternatives.length > 0 ? `|${cell.alternatives.join('|')}` : '';
  return `${cell.column ?? '_'}${cell.column === null ? '' : STATE[placement]}${alternatives}=${cell.value ?? `«${cell.raw}»`}`;
}

/** `identity status: total = + addend − addend (residual)` by fact ids. */
export function equationText(equation: Equation): string {
  const [total, ...addends] = equation.terms;
  const rest = addends.map((term) => `${term.sign < 0 ? '+' : '-'}${term.id}`).join(' ');
  return `${equation.identity} ${equation.status}: ${total!.sign < 0 ? '-' : ''}${total!.id} = ${rest}${equation.status === 'exact' ? '' : ` (${equation.residual})`}`;
}

export const ruleIds = (findings: readonly { ruleId: string }[]): string[] => findings.map(({ ruleId }) => ruleId);
