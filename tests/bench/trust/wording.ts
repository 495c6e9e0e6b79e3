import { extract } from '../../../pipeline/run/document/extract.ts';
import type { Disclosure } from '../../../schemas/disclosure.ts';
import { COORDINATES } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import { coordinatesOf } from '../../../schemas/lexicon/coordinates/index.ts';
import type { Profile } from '../../../schemas/profile.ts';
import { type FactCell, hasFacts, type Table, type TableRow } from '../../../schemas/table.ts';
import { planDocument, printDocument, type TextDialect } from '../../generator/generate.ts';
import { reworded, type Wording } from '../../generator/unknown-words.ts';
import { optionsOf } from './documents.ts';

/** What one number of a text means, as far as it is said. */
interface Meaning {
  said: ReadonlyMap<string, string>;
  review: boolean;
  name: string;
}

/** A number that means something else in unknown words than in known ones, and nobody is asked to look. */
export interface WordingFault {
  name: string;
  /** The coordinate, or `kind`, `measure`, `role`. */
  key: string;
  known: string;
  unknown: string;
}

export interface Wordings {
  facts: number;
  /** Facts with a fault, each once. */
  wrong: number;
  faults: WordingFault[];
}

/** A generated text, once as it is and once with words of one sort that nobody has listed. */
export async function measureWording(
  dialect: TextDialect,
  seed: number,
  wording: Wording,
  profiles: readonly Profile[],
): Promise<Wordings> {
  const document = planDocument(dialect, seed);
  const [known, unknown] = await Promise.all(
    [document, reworded(document, wording)].map((printed) => extract(printDocument(printed).bytes, optionsOf(profiles))),
  );
  return wordingFaults(known!.disclosure, unknown!.disclosure);
}

/** Numbers that say nothing, or less, where the words are unknown are right; the two texts have the same lines. */
export function wordingFaults(known: Disclosure, unknown: Disclosure): Wordings {
  const truth = meaningsOf(known);
  const found: Wordings = { facts: 0, wrong: 0, faults: [] };
  for (const [place, { said, review, name }] of meaningsOf(unknown)) {
    const own = truth.get(place);
    if (!own) continue;
    found.facts++;
    if (review) continue;
    const faults = [...said].flatMap(([key, value]): WordingFault[] => {
      const right = own.said.get(key) ?? '';
      return value === right || UNSAID.has(value) ? [] : [{ name, key, known: right, unknown: value }];
    });
    if (faults.length > 0) found.wrong++;
    found.faults.push(...faults);
  }
  return found;
}

/** What is said of a word that is not known. */
const UNSAID: ReadonlySet<string> = new Set(['', 'other', 'null']);

/** By line, and the position among the numbers of that line. */
function meaningsOf(disclosure: Disclosure): Map<string, Meaning> {
  const byLine = new Map<number, { start: number; meaning: Meaning }[]>();
  for (const table of disclosure.tables.filter(hasFacts))
    for (const row of table.rows)
      for (const cell of row.cells) {
        const [place] = cell.places;
        if (!place || place.line === null) continue;
        const line = byLine.get(place.line) ?? [];
        byLine.set(place.line, line);
        line.push({ start: place.start ?? 0, meaning: meaningOf(table, row, cell) });
      }
  return new Map(
    [...byLine].flatMap(([line, list]) =>
      list.sort((a, b) => a.start - b.start).map(({ meaning }, i): [string, Meaning] => [`${line}.${i}`, meaning]),
    ),
  );
}

function meaningOf(table: Table, row: TableRow, cell: FactCell): Meaning {
  const column = table.columns[cell.column];
  const own = coordinatesOf(table.coordinates, row.coordinates, column?.coordinates ?? {});
  const coordinates = COORDINATES.filter((key) => !NAMES.has(key)).map((key): [string, string] => [key, own[key] ?? '']);
  const said = new Map([...coordinates, ['kind', table.kind], ['measure', column?.measure ?? ''], ['role', row.role]] as [
    string,
    string,
  ][]);
  return { said, review: cell.review, name: [table.title, row.label, column?.path.join(' > '), cell.raw].join(' | ') };
}

/** Coordinates that are the printed words themselves. */
const NAMES: ReadonlySet<string> = new Set(['item', 'project', 'entity']);
