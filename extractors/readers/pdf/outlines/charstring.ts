import { at } from '../../../model/at.ts';
import { CUBIC, LINE, MOVE } from './path.ts';

/** Subroutines that a charstring may call. */
export interface Charstrings {
  global: readonly DataView[];
  local: readonly DataView[];
}

/** The format allows ten levels of subroutines. */
const MOST_LEVELS = 10;
/** Operators and operands of one glyph: figures have some hundred, and subroutines that call each other without end take no more. */
const MOST_STEPS = 20_000;

/** The outline that a Type 2 charstring draws (Adobe Technical Note 5177). Damaged ones throw RangeError. */
export function charstringPath(data: DataView, strings: Charstrings): number[] {
  const pen = new Pen(strings);
  pen.run(data, 0);
  return pen.path;
}

class Pen {
  readonly path: number[] = [];
  private stack: number[] = [];
  private x = 0;
  private y = 0;
  private hints = 0;
  private steps = 0;
  /** Before the operands of the first move a width may stand. */
  private readonly drawing: Readonly<Record<number, () => void>> = {
    4: () => this.move(0, this.last(1)),
    5: () => this.lines(0, this.stack.length),
    6: () => this.staircase(true),
    7: () => this.staircase(false),
    8: () => this.curves(0, this.stack.length),
    21: () => this.move(this.last(2), this.last(1)),
    22: () => this.move(this.last(1), 0),
    24: () => this.lines(this.curves(0, this.stack.length - 2), this.stack.length),
    25: () => this.curves(this.lines(0, this.stack.length - 6), this.stack.length),
    26: () => this.tangents(false),
    27: () => this.tangents(true),
    30: () => this.alternating(false),
    31: () => this.alternating(true),
  };

  constructor(private readonly strings: Charstrings) {}

  private last(k: number): number {
    return this.stack.at(-k) ?? 0;
  }

  /** Whether the glyph goes on after these operators. */
  run(data: DataView, level: number): boolean {
    if (level > MOST_LEVELS) return false;
    for (let i = 0; i < data.byteLength; ) {
      if (++this.steps > MOST_STEPS) return false;
      const byte = data.getUint8(i++);
      if (byte === 28 || byte >= 32) i += this.number(data, byte, i);
      else if (byte === ENDCHAR) return false;
      else if (byte === RETURN) return true;
      else if (byte === CALL_LOCAL || byte === CALL_GLOBAL) {
        const list = byte === CALL_LOCAL ? this.strings.local : this.strings.global;
        if (!this.run(at(list, (this.stack.pop() ?? 0) + biasOf(list)), level + 1)) return false;
      } else if (byte === HINT_MASK || byte === COUNTER_MASK) {
        this.addHints();
        i += (this.hints + 7) >> 3;
      } else if (byte === ESCAPE) this.flex(data.getUint8(i++));
      else this.draw(byte);
    }
    return true;
  }

  /** How many bytes follow the first of a number. */
  private number(data: DataView, byte: number, i: number): number {
    if (byte === 28) this.stack.push(data.getInt16(i));
    else if (byte < 247) this.stack.push(byte - 139);
    else if (byte < 251) this.stack.push((byte - 247) * 256 + data.getUint8(i) + 108);
    else if (byte < 255) this.stack.push(-(byte - 251) * 256 - data.getUint8(i) - 108);
    else this.stack.push(data.getInt32(i) / 65536);
    return byte === 255 ? 4 : byte === 28 ? 2 : byte < 247 ? 0 : 1;
  }

  private addHints(): void {
    this.hints += this.stack.length >> 1;
    this.stack = [];
  }

  private draw(operator: number): void {
    if (HINTS.has(operator)) this.addHints();
    else this.drawing[operator]?.();
    this.stack = [];
  }

  private move(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.path.push(MOVE, this.x, this.y);
  }

  private line(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.path.push(LINE, this.x, this.y);
  }

  /** hlineto and vlineto: along one axis and the other in turn. */
  private staircase(beginsAcross: boolean): void {
    let isAcross = beginsAcross;
    for (const d of this.stack) {
      this.line(isAcross ? d : 0, isAcross ? 0 : d);
      isAcross = !isAcross;
    }
  }

  private lines(from: number, to: number): number {
    let i = from;
    for (; i + 2 <= to; i += 2) this.line(at(this.stack, i), at(this.stack, i + 1));
    return i;
  }

  private curve(dx1: number, dy1: number, dx2: number, dy2: number, dx3: number, dy3: number): void {
    const [x1, y1] = [this.x + dx1, this.y + dy1];
    const [x2, y2] = [x1 + dx2, y1 + dy2];
    this.x = x2 + dx3;
    this.y = y2 + dy3;
    this.path.push(CUBIC, x1, y1, x2, y2, this.x, this.y);
  }

  private curves(from: number, to: number): number {
    const s = this.stack;
    let i = from;
    for (; i + 6 <= to; i += 6) this.curve(at(s, i), at(s, i + 1), at(s, i + 2), at(s, i + 3), at(s, i + 4), at(s, i + 5));
    return i;
  }

  /** hhcurveto and vvcurveto: both ends along one axis, the first of all perhaps aside. */
  private tangents(isAcross: boolean): void {
    const s = this.stack;
    let aside = s.length % 2 === 1 ? at(s, 0) : 0;
    for (let i = s.length % 2; i + 4 <= s.length; i += 4) {
      if (isAcross) this.curve(at(s, i), aside, at(s, i + 1), at(s, i + 2), at(s, i + 3), 0);
      else this.curve(aside, at(s, i), at(s, i + 1), at(s, i + 2), 0, at(s, i + 3));
      aside = 0;
    }
  }

  /** hvcurveto and vhcurveto: from one axis to the other and back, the last end perhaps aside. */
  private alternating(beginsAcross: boolean): void {
    const s = this.stack;
    let isAcross = beginsAcross;
    for (let i = 0; i + 4 <= s.length; i += 4) {
      const aside = s.length - i === 5 ? at(s, i + 4) : 0;
      if (isAcross) this.curve(at(s, i), 0, at(s, i + 1), at(s, i + 2), aside, at(s, i + 3));
      else this.curve(0, at(s, i), at(s, i + 1), at(s, i + 2), at(s, i + 3), aside);
      isAcross = !isAcross;
    }
  }

  /** Two curves in one; what else is escaped draws nothing. */
  private flex(operator: number): void {
    const s = this.stack;
    const n = (i: number): number => at(s, i);
    if (operator === 35) this.curves(0, 12);
    else if (operator === 34) {
      this.curve(n(0), 0, n(1), n(2), n(3), 0);
      this.curve(n(4), 0, n(5), -n(2), n(6), 0);
    } else if (operator === 36) {
      this.curve(n(0), n(1), n(2), n(3), n(4), 0);
      this.curve(n(5), 0, n(6), n(7), n(8), -(n(1) + n(3) + n(7)));
    } else if (operator === 37) {
      const dx = n(0) + n(2) + n(4) + n(6) + n(8);
      const dy = n(1) + n(3) + n(5) + n(7) + n(9);
      this.curve(n(0), n(1), n(2), n(3), n(4), n(5));
      if (Math.abs(dx) > Math.abs(dy)) this.curve(n(6), n(7), n(8), n(9), n(10), -dy);
      else this.curve(n(6), n(7), n(8), n(9), -dx, n(10));
    }
    this.stack = [];
  }
}

const CALL_LOCAL = 10;
const RETURN = 11;
const ESCAPE = 12;
const ENDCHAR = 14;
const HINT_MASK = 19;
const COUNTER_MASK = 20;
const CALL_GLOBAL = 29;
/** hstem, vstem, hstemhm, vstemhm. */
const HINTS: ReadonlySet<number> = new Set([1, 3, 18, 23]);

/** What is added to the number of a subroutine. */
function biasOf({ length }: readonly DataView[]): number {
  return length < 1240 ? 107 : length < 33_900 ? 1131 : 32_768;
}
