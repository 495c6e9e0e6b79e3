import { z } from 'zod';
import { DisclosureKind } from '../disclosure.ts';
import { Said } from '../lexicon/coordinates/coordinates.ts';
import { Place } from '../place.ts';
import { Column, DecimalString, PlacementState, Recognised, RowRole, Side, TableShape } from '../table.ts';

/** A table of a case: its rows and columns as they were read, each number with its place. */

/** A position in a list. */
export const Index = z.int().min(0);
export const Text = z.string().nullable();
export const Texts = z.record(z.string(), z.string());

const Cell = z.strictObject({
  id: z.string(),
  column: Index.nullable(),
  raw: z.string(),
  places: z.array(Place),
  red: z.literal(true).exactOptional(),
  reading: Recognised.exactOptional(),
  value: DecimalString.nullable(),
  percent: z.boolean(),
  doubtful: z.boolean(),
  doubt: Text,
  placement: PlacementState,
  alternatives: z.array(Index),
});

const Row = z.strictObject({
  key: z.string(),
  index: Index,
  panel: Index,
  lineNo: Text,
  code: Text,
  label: z.string(),
  outer: z.array(z.string()),
  keys: Texts,
  attributes: Texts,
  role: RowRole,
  indent: z.number(),
  places: z.array(Place),
  floating: z.boolean(),
  red: z.literal(true).exactOptional(),
  parent: Index.nullable(),
  labelPath: z.array(z.string()),
  isLeaf: z.boolean(),
  period: z.int().nullable(),
  subjectCode: Text,
  concept: Text,
  coordinates: Said,
  cells: z.array(Cell),
  spent: z.array(z.enum(['row', 'column', 'document'])).exactOptional(),
});

const KeyColumn = z.strictObject({
  grid: z.int(),
  role: z.enum(['code', 'code-part', 'name', 'line-no', 'key', 'text']),
  header: z.string(),
  group: z.string().exactOptional(),
});

const Panel = z.strictObject({
  index: Index,
  side: Side.nullable(),
  name: z.string(),
  keys: z.array(KeyColumn),
  values: z.array(Index),
});

const Caption = z.strictObject({
  title: Text,
  number: Text,
  unit: Text,
  entity: Text,
  year: z.int().nullable(),
  places: z.array(Place),
});

export const CaseTable = z
  .strictObject({
    key: z.string(),
    index: z.int().min(1),
    caption: Caption,
    titlePrinted: z.boolean(),
    parts: z.int().min(1),
    pages: z.tuple([z.int(), z.int()]),
    lines: z.tuple([z.int(), z.int()]),
    headerRows: Index,
    notes: z.array(z.string()),
    guessed: z.boolean().exactOptional(),
    title: z.string(),
    kind: z.string(),
    shape: TableShape,
    layout: z.enum(['columns', 'sequence']),
    panels: z.array(Panel),
    columns: z.array(Column.extend({ key: z.string(), grid: z.int().nullable(), shifted: z.boolean().exactOptional() })),
    templates: z.array(z.array(z.array(z.string()))),
    headerDamaged: Text,
    year: z.int().nullable(),
    publisher: z.string().exactOptional(),
    disclosure: DisclosureKind.nullable(),
    coordinates: Said,
    items: z.array(Row),
  })
  .superRefine(({ items, columns, panels }, context) => {
    const refuse = (path: (string | number)[], message: string): void => context.addIssue({ code: 'custom', path, message });
    for (const [i, { index, parent, panel, cells }] of items.entries()) {
      if (index !== i) refuse(['items', i, 'index'], `is ${index} at position ${i}`);
      if (parent !== null && !items[parent]) refuse(['items', i, 'parent'], `no row ${parent}`);
      if (isPartOfItself(items, i)) refuse(['items', i, 'parent'], 'is part of itself');
      if (!panels[panel]) refuse(['items', i, 'panel'], `no panel ${panel}`);
      for (const [c, { column }] of cells.entries()) {
        if (column !== null && !columns[column]) refuse(['items', i, 'cells', c, 'column'], `no column ${column}`);
      }
    }
    for (const [i, { index }] of columns.entries()) if (index !== i) refuse(['columns', i, 'index'], `is ${index} at position ${i}`);
    for (const [i, { values }] of panels.entries()) {
      for (const column of values) if (!columns[column]) refuse(['panels', i, 'values'], `no column ${column}`);
    }
  });
export type CaseTable = z.infer<typeof CaseTable>;

function isPartOfItself(items: readonly { parent: number | null }[], row: number): boolean {
  let steps = 0;
  for (let above = items[row]?.parent ?? null; above !== null; above = items[above]?.parent ?? null)
    if (++steps > items.length) return true;
  return false;
}
