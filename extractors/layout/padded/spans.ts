import { TOTAL_AT_END } from '../../../schemas/lexicon/writing/marks.ts';
import { at } from '../../model/at.ts';
import { isAmount, isSubjectCode } from '../../notation/row-kinds.ts';
import { compact } from '../../notation/text.ts';
import { columnSpans, type Segment, type Span, type SplitLine } from '../grids/aligned/index.ts';
import type { LeftPart } from './beside.ts';
import { areCodes } from './codes.ts';
import type { DataColumn } from './head/data-column.ts';
import { MOST_ORDINALS, TOUCHING } from './settings.ts';

/** The columns of a table as its rows show them. */

const HAN = /[\u3400-\u9fff]/;

/** The columns of the rows. Codes that are indented by their level stand in one column, though a strip parts the levels. */
export function spansOf(lines: readonly SplitLine[]): Span[] {
  const out: Span[] = [];
  for (const span of columnSpans(lines, []).flatMap((one) => touching(one, lines))) {
    const last = out.at(-1);
    if (last && isLevel(last, span, lines)) last.to = span.to;
    else out.push({ ...span });
  }
  return out;
}

/** Columns whose texts touch: where one ends and another begins, and hardly any other text crosses that place. */
function touching(span: Span, lines: readonly SplitLine[]): Span[] {
  const inside = lines.map(({ segments }) => segments.filter(({ x0, x1 }) => x0 < span.to && x1 > span.from));
  // A total's name stands across the columns of codes and names: it shows the border only where no others do.
  const isTotal = ({ text }: Segment) => TOTAL_AT_END.test(compact(text));
  const bordersIn = (segments: readonly (readonly Segment[])[]) =>
    segments.flatMap(([first, second]) => (first && second && isAmount(first.text) ? [(first.x1 + second.x0) / 2] : []));
  const texts = inside.map((segments) => segments.filter((segment) => !isTotal(segment)));
  const own = bordersIn(texts);
  const both = own.length < TOUCHING.rows ? bordersIn(inside) : own;
  if (both.length < TOUCHING.rows) return [span];
  const border = at(
    both.toSorted((a, b) => a - b),
    Math.floor(both.length / 2),
  );
  if (texts.flat().some(({ x0, x1 }) => Math.min(border - x0, x1 - border) > TOUCHING.pushed)) return [span];
  return [{ from: span.from, to: border }, ...touching({ from: border, to: span.to }, lines)];
}

/** First lines of labels are indented, and so much that a strip parts them from the lines below: texts that no line has side by side. */
export function joinLone(spans: readonly Span[], lines: readonly SplitLine[], left: LeftPart): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last && areLines(last, span, lines, left)) last.to = span.to;
    else out.push({ ...span });
  }
  return out;
}

function areLines(left: Span, right: Span, lines: readonly SplitLine[], { isRow }: LeftPart): boolean {
  const own = (line: SplitLine, span: Span) => line.segments.filter(({ x0, x1 }) => x0 < span.to && x1 > span.from);
  let isLone = false;
  for (const span of [left, right]) {
    const filled = lines.filter((line) => own(line, span).length > 0);
    if (filled.some((line) => own(line, span).some(({ text }) => !HAN.test(text)))) return false;
    if (!filled.some(isRow)) isLone = true;
  }
  return isLone && !lines.some((line) => own(line, left).length > 0 && own(line, right).length > 0);
}

const CODE = /^\d{3,9}$/;

function isLevel(left: Span, right: Span, lines: readonly SplitLine[]): boolean {
  let both = 0;
  for (const { segments } of lines) {
    const own = (span: Span) => segments.filter(({ x0, x1 }) => x0 < span.to && x1 > span.from);
    const [a, b] = [own(left), own(right)];
    if ([...a, ...b].some(({ text }) => !CODE.test(compact(text)) && !TOTAL_AT_END.test(compact(text)))) return false;
    if (a.length > 0 && b.length > 0) both++;
  }
  return both === 0;
}

export function dataColumns(spans: readonly Span[], body: readonly SplitLine[]): DataColumn[] {
  const segments = body.flatMap((line) => line.segments);
  return spans.map((span) => {
    const own = segments.filter(({ x0, x1 }) => x0 < span.to && x1 > span.from);
    const amounts = own.filter(({ text }) => isAmount(text) && !isSubjectCode(compact(text))).length;
    const texts = own.filter(({ text }) => HAN.test(text) && !TOTAL_AT_END.test(compact(text))).length;
    return {
      ...span,
      isAmounts: own.length === 0 || ((2 * amounts > own.length || areNoCodes(own)) && !areCodes(own)),
      isTexts: 2 * texts > own.length,
      isOrdinals: areOrdinals(firstsIn(span, body)),
      isEmpty: own.length === 0,
    };
  });
}

/** Numbers one of which no code looks like: 30400 below 0 is an amount in 元. */
const areNoCodes = (segments: readonly Segment[]): boolean =>
  segments.every(({ text }) => isAmount(text)) && segments.some(({ text }) => /^(?:0|-.*|.*[.,].*)$/.test(text));

/** The first text of each line there: a code may stand right behind the row's number. */
const firstsIn = (span: Span, lines: readonly SplitLine[]): Segment[] =>
  lines.flatMap(({ segments }) => segments.find(({ x0, x1 }) => x0 < span.to && x1 > span.from) ?? []);

/** A row's number has three digits at most. */
const ORDINAL = /^\d{1,3}$/;

/** Numbers of rows: small, and each greater than the one above. */
function areOrdinals(segments: readonly Segment[]): boolean {
  const numbers = segments.filter(({ text }) => ORDINAL.test(text)).map(({ text }) => Number(text));
  return (
    numbers.length > 2 && numbers.length >= MOST_ORDINALS * segments.length && numbers.every((n, i) => i === 0 || n > at(numbers, i - 1))
  );
}
