import type { Extraction } from '../../../extractors/extraction.ts';

/** Facts of a scan against those of the document that was scanned. */
export interface Compared {
  reference: number;
  read: number;
  /** The same table, subject, column and value. */
  right: number;
  rightFlagged: number;
  /** Not flagged, and no fact of the reference: by what is wrong of it. */
  wrongAmounts: number;
  wrongPlaces: number;
}

interface Fact {
  /** Where it stands. */
  place: string;
  value: string;
  review: boolean;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

function factsOf({ disclosure }: Extraction): Fact[] {
  return disclosure.tables.flatMap(({ title, columns, rows }) =>
    rows.flatMap(({ code, label, cells }) =>
      cells.flatMap(({ column, value, review }) => {
        if (value === null) return [];
        const path = columns[column]?.path.join('>') ?? '';
        return [{ place: [title ?? '', code ?? label, path].map(plain).join('|'), value, review }];
      }),
    ),
  );
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Takes one of a key; false where none is left. */
function take(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0;
  if (left > 0) counts.set(key, left - 1);
  return left > 0;
}

export function compared(document: Extraction, scan: Extraction): Compared {
  const reference = factsOf(document);
  const read = factsOf(scan);
  const keyOf = ({ place, value }: Fact): string => `${place}=${value}`;
  const left = countsOf(reference.map(keyOf));
  const values = countsOf(reference.map(({ value }) => value));
  const result: Compared = { reference: reference.length, read: read.length, right: 0, rightFlagged: 0, wrongAmounts: 0, wrongPlaces: 0 };
  // Those that are not flagged come first: of two equal facts the flagged one is the one too many.
  for (const fact of read.toSorted((a, b) => Number(a.review) - Number(b.review))) {
    const isValue = take(values, fact.value);
    if (take(left, keyOf(fact))) {
      result.right++;
      if (fact.review) result.rightFlagged++;
    } else if (!fact.review) result[isValue ? 'wrongPlaces' : 'wrongAmounts']++;
  }
  return result;
}
