import type { OperatorList } from '../../access/pdf-library.ts';
import type { Meter } from '../base/limits.ts';

/** Of the operators of the imaging model those that OFD needs: it paints what PDF paints, in other words. */
const NAMES = [
  'transform',
  'save',
  'restore',
  'clip',
  'eoClip',
  'endPath',
  'setFillRGBColor',
  'setStrokeRGBColor',
  'setFillColorN',
  'setStrokeColorN',
  'setLineWidth',
  'setDash',
  'setGState',
  'beginGroup',
  'endGroup',
  'beginMarkedContentProps',
  'endMarkedContent',
  'constructPath',
  'stroke',
  'fill',
  'eoFill',
  'fillStroke',
  'eoFillStroke',
  'paintImageXObject',
  'paintImageMaskXObject',
  'setFont',
  'setHScale',
  'setTextRenderingMode',
  'setTextMatrix',
  'showText',
] as const;

export type OperatorName = (typeof NAMES)[number];

export const OPS: Readonly<Record<string, number>> = Object.fromEntries(NAMES.map((name, i) => [name, i + 1]));

/** The operators of a page, in the order in which they paint. */
export class Operators implements OperatorList {
  readonly fnArray: number[] = [];
  readonly argsArray: (readonly unknown[])[] = [];

  constructor(private readonly meter: Meter) {}

  /** @throws TooLarge */
  add(name: OperatorName, ...operands: readonly unknown[]): void {
    this.meter.spend(1);
    this.fnArray.push(numberOf(name));
    this.argsArray.push(operands);
  }

  /** Characters are counted like operators. @throws TooLarge */
  show(items: readonly unknown[]): void {
    this.meter.spend(items.length);
    this.add('showText', items);
  }

  /** A path, and what is done with it. */
  path(data: readonly number[], box: readonly number[], paint: OperatorName): void {
    this.meter.spend(data.length >> 1);
    this.add('constructPath', numberOf(paint), [data], box);
  }

  /** The same list for what is painted elsewhere: a pattern. */
  fresh(): Operators {
    return new Operators(this.meter);
  }
}

const numberOf = (name: OperatorName): number => OPS[name] ?? 0;
