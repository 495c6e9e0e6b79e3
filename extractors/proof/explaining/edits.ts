/** What a reader or a typist does to a printed number. */
export type Edit = 'digit' | 'swap' | 'length' | 'scale' | 'sign' | 'other';

/** Decimal strings with the same number of decimals, such as `269.74` and `289.74`. */
export function editBetween(printed: string, intended: string): Edit {
  const [a, b] = [printed.replace('-', ''), intended.replace('-', '')];
  if (a === b) return 'sign';
  if (printed.startsWith('-') !== intended.startsWith('-')) return 'other';
  const [x, y] = [digitsOf(a), digitsOf(b)];
  if (isShift(x, y)) return 'scale';
  if (x.length === y.length) {
    const different = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [i]));
    if (different.length === 1) return 'digit';
    const [i, j] = different;
    const areNeighbours = different.length === 2 && i !== undefined && j === i + 1;
    return areNeighbours && x[i] === y[j] && x[j] === y[i] ? 'swap' : 'other';
  }
  return isOneMore(x, y) || isOneMore(y, x) ? 'length' : 'other';
}

const digitsOf = (value: string): string => value.replace('.', '').replace(/^0+(?=\d)/, '');

/** The same digits with the point elsewhere: a lost point, 元 for 万元. */
function isShift(x: string, y: string): boolean {
  if (x === y) return true;
  const [long, short] = x.length >= y.length ? [x, y] : [y, x];
  return long.length > short.length && long.startsWith(short) && /^0+$/.test(long.slice(short.length));
}

/** `long` is `short` with one digit put in. */
function isOneMore(long: string, short: string): boolean {
  if (long.length !== short.length + 1) return false;
  let i = 0;
  while (i < short.length && long[i] === short[i]) i++;
  return long.slice(i + 1) === short.slice(i);
}
