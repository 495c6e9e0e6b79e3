/**
 * Pairs of two lists in their order, of the greatest sum of weights; a weight of 0 or less pairs nothing. Indexes of the first list to
 * those of the second.
 */
export function align(rows: number, columns: number, weight: (row: number, column: number) => number): Map<number, number> {
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const weights = Array.from({ length: rows }, (_, i) => Float64Array.from({ length: columns }, (_, j) => weight(i, j)));
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const paired = weights[i]![j]! > 0 ? weights[i]![j]! + best[i + 1]![j + 1]! : 0;
      best[i]![j] = Math.max(paired, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  const pairs = new Map<number, number>();
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (best[i]![j] === best[i + 1]![j]) i++;
    else if (best[i]![j] === best[i]![j + 1]) j++;
    else pairs.set(i++, j++);
  }
  return pairs;
}
