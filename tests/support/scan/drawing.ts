import type { Box } from '../../../extractors/model/box.ts';
import type { Picture } from '../../../extractors/model/picture.ts';

/** A page on which tests draw, in dots. */
export class Drawing implements Picture {
  readonly grey: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    paper = 255,
  ) {
    this.grey = new Uint8Array(width * height).fill(paper);
  }

  /** Fills a box; what lies beyond the page is left out. */
  fill([x0, y0, x1, y1]: Box, grey = 0): this {
    for (let y = Math.max(0, y0); y < Math.min(this.height, y1); y++) {
      if (x1 > x0) this.grey.fill(grey, y * this.width + Math.max(0, x0), y * this.width + Math.min(this.width, x1));
    }
    return this;
  }

  /** Lines of a table with borders at `xs` and `ys`, `thick` dots wide from there on. */
  table(xs: readonly number[], ys: readonly number[], thick = 2, grey = 0): this {
    const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0];
    for (const y of ys) this.fill([left, y, right + thick, y + thick], grey);
    for (const x of xs) this.fill([x, top, x + thick, bottom + thick], grey);
    return this;
  }

  /** Characters as wide as high from a point on: a frame with a cross in it, as 田. `spacing` dots from one to the next. */
  text(x: number, y: number, characters: number, size = 20, spacing = size + 4): this {
    for (let i = 0; i < characters; i++) {
      const left = x + i * spacing;
      const stroke = Math.max(1, Math.round(size / 10));
      for (const part of [0, 0.5, 1]) {
        const at = Math.round(part * (size - stroke));
        this.fill([left, y + at, left + size, y + at + stroke]);
        this.fill([left + at, y, left + at + stroke, y + size]);
      }
    }
    return this;
  }
}
