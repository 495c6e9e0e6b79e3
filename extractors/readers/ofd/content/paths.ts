import type { Box } from '../../../model/box.ts';
import type { Matrix } from '../../pdf/surface/matrix.ts';
import { curvesOfArc } from './arcs.ts';

/** Codes of flattened paths, as the imaging model takes them. */
const MOVE = 0;
const LINE = 1;
const CUBIC = 2;
const QUADRATIC = 3;
const CLOSE = 4;

const TOKEN = /[a-zA-Z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;
/** How many numbers follow each letter (GB/T 33190—2016, table 36). */
const OPERANDS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

export interface Path {
  data: number[];
  /** Around its points. */
  box: Box;
  /** Something in it is not as the standard says: what follows was left out. */
  isCut: boolean;
}

/** Abbreviated data as a path in the coordinates that `matrix` leads to; null where nothing is in it. */
export function pathFrom(text: string, matrix: Matrix): Path | null {
  const walk = new Walk(matrix);
  const tokens = text.match(TOKEN) ?? [];
  let isCut = false;
  for (let i = 0; i < tokens.length && !isCut; ) {
    const letter = (tokens[i] ?? '').toUpperCase();
    const count = OPERANDS[letter];
    const operands = count === undefined ? [] : tokens.slice(i + 1, i + 1 + count).map(Number);
    isCut = count === undefined || operands.length < count || operands.some(Number.isNaN);
    if (!isCut) walk.take(letter, operands);
    i += 1 + operands.length;
  }
  return walk.data.length === 0 ? (isCut ? { data: [], box: [0, 0, 0, 0], isCut } : null) : { data: walk.data, box: walk.box, isCut };
}

class Walk {
  readonly data: number[] = [];
  readonly box: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  #x = 0;
  #y = 0;
  #startX = 0;
  #startY = 0;

  constructor(private readonly matrix: Matrix) {}

  take(letter: string, operands: readonly number[]): void {
    if (letter === 'C') {
      this.data.push(CLOSE);
      [this.#x, this.#y] = [this.#startX, this.#startY];
    } else if (letter === 'A') this.#arc(operands);
    else if (letter === 'L') this.#add(LINE, operands);
    else if (letter === 'Q') this.#add(QUADRATIC, operands);
    else if (letter === 'B') this.#add(CUBIC, operands);
    else {
      this.#add(MOVE, operands);
      [this.#startX, this.#startY] = [this.#x, this.#y];
    }
  }

  #arc([rx = 0, ry = 0, turn = 0, isLong = 0, isClockwise = 0, x = 0, y = 0]: readonly number[]): void {
    for (const curve of curvesOfArc([this.#x, this.#y], [rx, ry], turn, isLong !== 0, isClockwise !== 0, [x, y])) this.#add(CUBIC, curve);
  }

  #add(code: number, points: readonly number[]): void {
    const [a, b, c, d, e, f] = this.matrix;
    const { box } = this;
    this.data.push(code);
    for (let i = 0; i + 1 < points.length; i += 2) {
      this.#x = points[i] ?? 0;
      this.#y = points[i + 1] ?? 0;
      const x = a * this.#x + c * this.#y + e;
      const y = b * this.#x + d * this.#y + f;
      this.data.push(x, y);
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
  }
}
