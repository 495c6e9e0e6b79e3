/**
 * Blocks and nested tables in; publisher, year, kind and region of the document out, and then the year and subject of each
 * column and row; imports schemas, model, notation.
 */

import type { Disclosure, DisclosureKind, Entity, Level, Scope } from '../../schemas/disclosure.ts';
import { ALL_UNITS, BODY_END, OFFICE_AT_START } from '../../schemas/lexicon/bodies.ts';
import {
  BEHIND_NAME,
  COVER_TITLE_END,
  kindNamedIn,
  LIST_ENTRY,
  NAME_FIELD,
  NAME_IN_HEADING,
  NAME_IN_TITLE,
  NOT_NAME,
  SAYS_YEAR_OF_DOCUMENT,
  WHOSE_FIGURES,
  YEAR_OF_DOCUMENT,
} from '../../schemas/lexicon/covers.ts';
import { BEFORE_PLACE, PLACE_AT_HEAD } from '../../schemas/lexicon/regions/index.ts';
import { addAll } from '../model/add-all.ts';
import type { Block } from '../model/blocks.ts';
import type { Stage } from '../model/stage.ts';
import type { NestedTable } from '../model/tables.ts';
import { CODED_NAME, isOrganisation } from '../notation/organisations.ts';
import { isUnitCode } from '../notation/row-kinds.ts';
import { compact, narrow, tidy } from '../notation/text.ts';
import { entityIdOf, levelOf, parentOf, type Shown, scopeOf } from './publisher.ts';
import { regionOf } from './region.ts';

/** Who publishes, for which year, budget or final accounts — from the captions and cover, as far as they say so. */
export interface Metadata {
  kind: DisclosureKind | null;
  entity: Entity;
  scope: Scope | null;
  level: Level | null;
  /** The body above the publisher. */
  parentEntity: string | null;
  entityId: string | null;
  year: number | null;
  title: string | null;
  region: Disclosure['region'];
}

const COVER_LINES = 40;
/** The title stands among the first lines of the cover, and is no sentence. */
const TITLE_LINES = 15;
const LONGEST_TITLE = 40;
/** Publisher, year and kind stand in the first lines. */
const FIRST_LINES = 12;
/** Lines over which a name or a title is broken at most. */
const BROKEN_OVER = 4;
/** A document says in its first pages whose it is. */
const LINES_OF_TEXT = 300;

export interface Undescribed {
  blocks: readonly Block[];
  tables: readonly NestedTable[];
}

export const metadata: Stage<Undescribed, Metadata> = {
  name: 'metadata',
  run: metadataOf,
};

/** The document as printed: its lines, and the filled cells of its rows, both without spaces at their ends; `all` in printed order. */
interface Printed {
  lines: string[];
  rows: string[][];
  all: string[];
}

/** A row of a single cell is a line. */
function printedOf(blocks: readonly Block[]): Printed {
  const printed: Printed = { lines: [], rows: [], all: [] };
  for (const block of blocks) {
    if (block.kind === 'line') {
      printed.all.push(block.text);
      if (block.text.trim() !== '') printed.lines.push(tidy(block.text));
      continue;
    }
    for (const { cells } of block.rows) {
      const filled = cells.map((cell) => cell.text).filter((text) => text !== '');
      printed.all.push(filled.join(''));
      if (filled.length === 0) continue;
      if (cells.length === 1) addAll(printed.lines, filled);
      else printed.rows.push(filled);
    }
  }
  return printed;
}

export function metadataOf({ blocks, tables }: Undescribed): Metadata {
  const printed = printedOf(blocks);
  const cover = printed.lines.slice(0, COVER_LINES);
  const entity = withOffice(completed(entityOf(cover, tables, printed.all), printed, tables), cover);
  const title = titleOf(cover, entity.name);
  const place = regionOf([entity.name, title], printed.all);
  const shown: Shown = {
    cover: [title ?? '', ...cover.slice(0, FIRST_LINES)].map(compact).join(' '),
    lines: printed.all,
    rows: printed.rows.map((cells) => cells.map(compact)),
    units: tables.flatMap(({ items }) => items.flatMap(({ role, label }) => (role === 'unit' && isOrganisation(label) ? [label] : []))),
  };
  const parentEntity = parentOf(entity.name, shown);
  return {
    kind: kindOf(cover, tables),
    entity,
    scope: scopeOf(entity.name, parentEntity, shown),
    level: levelOf(entity.name, place, shown.cover),
    parentEntity,
    entityId: entityIdOf(entity.name, place),
    year: yearOf(cover, tables),
    title,
    region: place.region,
  };
}

function kindOf(cover: readonly string[], tables: readonly NestedTable[]): DisclosureKind | null {
  const votes = { budget: 0, 'final-accounts': 0 };
  const vote = (text: string, weight: number): void => {
    const kind = kindNamedIn(text);
    if (kind !== null) votes[kind] += weight;
  };
  for (const { title } of tables) vote(title, 1);
  for (const line of cover.slice(0, FIRST_LINES)) if (line.length <= LONGEST_TITLE) vote(line, 2);
  if (votes.budget === 0 && votes['final-accounts'] === 0) return null;
  return votes['final-accounts'] > votes.budget ? 'final-accounts' : 'budget';
}

function yearOf(cover: readonly string[], tables: readonly NestedTable[]): number | null {
  for (const line of cover) {
    if (line.length > 60 || !SAYS_YEAR_OF_DOCUMENT.test(line)) continue;
    const year = YEAR_OF_DOCUMENT.exec(compact(line));
    if (year?.[1]) return Number(year[1]);
  }
  const counts = new Map<number, number>();
  const count = (year: number | null) => {
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  };
  for (const table of tables) {
    count(table.caption.year);
    const inTitle = YEAR_OF_DOCUMENT.exec(compact(table.title));
    count(inTitle?.[1] ? Number(inTitle[1]) : null);
    for (const column of table.columns) count(column.period);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

function titleOf(cover: readonly string[], name: string | null): string | null {
  const at = cover.findIndex(
    (line, i) => i < TITLE_LINES && line.length <= LONGEST_TITLE && COVER_TITLE_END.test(compact(line)) && !LIST_ENTRY.test(line),
  );
  const line = cover[at];
  if (line === undefined) return null;
  const broken = name === null ? null : linesUpTo(cover, at).find((text) => compact(text).includes(compact(name)));
  if (broken) return broken;
  const above = cover[at - 1];
  const named = above !== undefined && BODY_END.test(compact(above)) && !NOT_NAME.test(compact(above));
  return named && !line.includes(above) ? `${above}${line}` : line;
}

/** A line, and the same with those above it, up to `BROKEN_OVER` lines. */
function linesUpTo(cover: readonly string[], at: number): string[] {
  return Array.from({ length: Math.min(BROKEN_OVER, at + 1) }, (_, i) => cover.slice(at - i, at + 1).join(''));
}

function entityOf(cover: readonly string[], tables: readonly NestedTable[], lines: readonly string[]): Entity {
  const names = new Map<string, number>();
  const vote = (name: string | null | undefined, weight: number) => {
    if (name) names.set(name, (names.get(name) ?? 0) + weight);
  };
  const codes = new Map<string, string>();
  const units = new Set<string>();
  for (const table of tables) {
    const named = table.caption.entity;
    const code = CODED_NAME.exec(named ?? '');
    const bare = named?.replace(CODED_NAME, '').replace(ALL_UNITS, '');
    if (code?.[1] && bare) codes.set(bare, code[1]);
    vote(bare, 3);
    for (const row of table.items) {
      if (row.code === null || !isUnitCode(row.code) || row.label === '') continue;
      codes.set(row.label, row.code);
      units.add(row.label);
      vote(row.label, 1);
    }
  }
  for (const line of cover.slice(0, FIRST_LINES)) vote(nameIn(line), 2);
  vote(brokenName(cover, lines), 4);
  const best = [...names].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  if (best === null) return { code: null, name: null };
  const same = [...codes].find(([label]) => narrow(compact(best)).endsWith(narrow(compact(label))));
  return { code: codes.get(best) ?? (units.size === 1 ? (same?.[1] ?? null) : null), name: best };
}

/** 某局（本级） where the cover says so of a name that captions print without it. */
function withOffice({ code, name }: Entity, cover: readonly string[]): Entity {
  if (name === null) return { code, name };
  const text = cover.slice(0, FIRST_LINES).map(compact).join('');
  const behind = text
    .split(compact(name))
    .slice(1)
    .map((rest) => OFFICE_AT_START.exec(rest)?.[0]);
  return { code, name: name + (behind.find((office) => office !== undefined) ?? '') };
}

/** What neither cover nor captions say: the name that a form or the only unit of the tables gives, the code printed beside the name. */
function completed(entity: Entity, printed: Printed, tables: readonly NestedTable[]): Entity {
  if (entity.name !== null && entity.code !== null) return entity;
  const rows = printed.rows.map((cells) => cells.map(compact));
  const name = entity.name ?? fieldOf(rows) ?? onlyUnit(tables);
  if (name === null) return entity;
  const codes = new Set(
    rows.flatMap((cells) => cells.flatMap((cell, i) => (cells[i + 1] === compact(name) && isUnitCode(cell) ? [narrow(cell)] : []))),
  );
  if (codes.size === 0) for (const code of codesBefore(name, printed)) codes.add(code);
  const [only] = codes;
  return { name, code: entity.code ?? (codes.size === 1 ? (only ?? null) : null) };
}

/** From lines above tables that begin with code and name; a unit of money may follow. */
function codesBefore(name: string, { lines, rows }: Printed): string[] {
  return [...lines, ...rows.map((cells) => cells.join(''))].flatMap((line) => {
    const text = narrow(compact(line));
    const code = CODED_NAME.exec(text);
    const rest = code && text.slice(code[0].length);
    return code?.[1] && rest?.startsWith(narrow(compact(name))) && BEHIND_NAME.test(rest.slice(narrow(compact(name)).length))
      ? [code[1]]
      : [];
  });
}

function fieldOf(rows: readonly (readonly string[])[]): string | null {
  for (const cells of rows) {
    const [field = '', value = ''] = cells;
    if (NAME_FIELD.test(narrow(field)) && isOrganisation(value)) return value;
  }
  return null;
}

function onlyUnit(tables: readonly NestedTable[]): string | null {
  const units = new Set(
    tables.flatMap(({ items }) =>
      items.filter((row) => row.role === 'unit' && row.cells.length > 0 && isOrganisation(row.label)).map(({ label }) => label),
    ),
  );
  const [only, ...others] = units;
  return others.length === 0 ? (only ?? null) : null;
}

/** The publisher's name, alone on a cover line or before 2026年部门预算. */
function nameIn(line: string): string | null {
  const text = compact(line).replace(WHOSE_FIGURES, '');
  if (text.length < 4 || text.length > 40) return null;
  const before = NAME_IN_TITLE.exec(text);
  const name = before?.[1] ?? text;
  return BODY_END.test(name) && !NOT_NAME.test(name) ? name : null;
}

/**
 * A name that the cover breaks over lines; the text, where it says it as a whole, tells it from lines that only stand together. Else the lines
 * do: the first begins with a place and ends as no name does, the others begin with none.
 */
function brokenName(cover: readonly string[], lines: readonly string[]): string | null {
  const text = lines.slice(0, LINES_OF_TEXT).map(compact).join('\n');
  const heading = lines.map((line) => NAME_IN_HEADING.exec(compact(line))?.[1]).find((name) => name && BODY_END.test(name));
  const broken = brokenNames(cover);
  return (
    (broken.find(({ name }) => name === heading || text.includes(name)) ?? broken.find(({ pieces }) => areOneName(pieces)))?.name ?? null
  );
}

/** The names that lines of the cover give together and none of them alone, with those lines. */
function brokenNames(cover: readonly string[]): { name: string; pieces: readonly string[] }[] {
  const lasts = Array.from({ length: Math.min(FIRST_LINES, cover.length) }, (_, i) => i).reverse();
  return lasts.flatMap((last) =>
    Array.from({ length: Math.min(BROKEN_OVER - 1, last) }, (_, i) => cover.slice(last - 1 - i, last + 1)).flatMap((pieces) => {
      const joined = pieces.join('');
      const name = joined.length <= LONGEST_TITLE ? nameIn(joined) : null;
      const isWhole = cover.slice(0, last + 1).some((line) => name && compact(line).includes(name));
      return name && !isWhole ? [{ name, pieces }] : [];
    }),
  );
}

const startsWithPlace = (line: string): boolean => PLACE_AT_HEAD.test(compact(line).replace(BEFORE_PLACE, ''));

function areOneName([first = '', ...rest]: readonly string[]): boolean {
  const isBegun = startsWithPlace(first) && !BODY_END.test(compact(first)) && !NOT_NAME.test(compact(first)) && !/\d/.test(first);
  return isBegun && !rest.some(startsWithPlace);
}
