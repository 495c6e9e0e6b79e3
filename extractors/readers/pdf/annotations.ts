import type { OperatorList, PdfAnnotation, PdfPage } from '../access/pdf-library.ts';

/** AnnotationMode of pdfjs. */
const DISABLE = 0;
const ENABLE = 1;
/** Annotations whose text a reader takes for part of the page: text boxes and form fields. Comments, stamps and marks are none, but cover it. */
const OF_PAGE: ReadonlySet<string> = new Set(['FreeText', 'Widget']);
/** Annotations that paint nothing where they have no appearance of their own. */
const UNPAINTED: ReadonlySet<string> = new Set(['Link', 'Popup']);
/** Flags by which an annotation is not shown: Hidden, NoView (ISO 32000-1, table 165). */
const NOT_SHOWN = 0x02 | 0x20;
const DIGIT = /\p{Nd}/u;

type Operand = OperatorList['argsArray'][number];

/** Operators, and the number of each in the list that they were taken from. */
export interface Taken extends OperatorList {
  /** Left out where all were taken. */
  order?: readonly number[];
}

/** What a page paints, annotations that are part of it included. */
export interface Painted {
  list: Taken;
  /** What the other annotations paint upon it; null for nothing. */
  over: Taken | null;
  /** Annotations with numbers that were read, and those that have no appearance to read them from: every viewer makes its own. */
  numbers: { read: number; unread: number };
}

/** The annotations of a page that are shown. */
export async function annotationsOf(page: PdfPage): Promise<readonly PdfAnnotation[]> {
  const all = await page.getAnnotations({ intent: 'display' });
  return all.filter(
    ({ subtype, annotationFlags, hasAppearance }) =>
      ((annotationFlags ?? 0) & NOT_SHOWN) === 0 && (hasAppearance === true || !UNPAINTED.has(subtype)),
  );
}

export const modeFor = (annotations: readonly PdfAnnotation[]): number => (annotations.length > 0 ? ENABLE : DISABLE);

/** Parts the operators of a page and those of the annotations that are given: each is a form within its rectangle, as viewers draw it. */
export function withAnnotations(list: OperatorList, ops: Readonly<Record<string, number>>, annotations: readonly PdfAnnotation[]): Painted {
  if (annotations.length === 0) return { list, over: null, numbers: { read: 0, unread: 0 } };
  const known = new Map(annotations.map(({ id, subtype }) => [id, OF_PAGE.has(subtype)]));
  const marks: ReadonlySet<number | undefined> = new Set([ops.beginMarkedContent, ops.beginMarkedContentProps, ops.endMarkedContent]);
  const withText = new Set<string>();
  const page = new Operators(ops);
  const over = new Operators(ops);
  const of = (id: string): Operators | null => (known.has(id) ? (known.get(id) === true ? page : over) : null);
  let current: string | null = null;
  list.fnArray.forEach((operator, i) => {
    const operands = list.argsArray[i] ?? null;
    if (operator === ops.beginAnnotation) {
      current = String(operands?.[0]);
      for (const own of [page, over]) own.restart(i);
      if (operands) of(current)?.begin(operands, i);
    } else if (operator === ops.endAnnotation) {
      current = null;
      for (const own of [page, over]) own.restart(i);
    } else if (current === null) {
      page.take(operator, operands, i);
      // Whether an annotation is on a layer that is off is said before it.
      if (marks.has(operator)) over.take(operator, operands, i);
    } else {
      of(current)?.take(operator, operands, i);
      if (operator === ops.showText) withText.add(current);
    }
  });
  const numbers = annotations.filter((annotation) => OF_PAGE.has(annotation.subtype) && DIGIT.test(textOf(annotation)));
  const read = numbers.filter(({ id }) => withText.has(id)).length;
  return {
    list: page.list,
    over: [...known.values()].includes(false) ? over.list : null,
    numbers: { read, unread: numbers.length - read },
  };
}

function textOf({ contentsObj, fieldValue }: PdfAnnotation): string {
  const value = Array.isArray(fieldValue) ? fieldValue.join(' ') : fieldValue;
  return `${contentsObj?.str ?? ''} ${typeof value === 'string' ? value : ''}`;
}

/** A list of operators that can go back to the state in which the page began. */
class Operators {
  readonly list: { fnArray: number[]; argsArray: Operand[]; order: number[] } = { fnArray: [], argsArray: [], order: [] };
  /** States saved since then and not restored. */
  #depth = 0;
  readonly #saves: ReadonlySet<number | undefined>;
  readonly #restores: ReadonlySet<number | undefined>;

  constructor(private readonly ops: Readonly<Record<string, number>>) {
    this.#saves = new Set([ops.save, ops.paintFormXObjectBegin]);
    this.#restores = new Set([ops.restore, ops.paintFormXObjectEnd]);
    this.#add('save', null, 0);
  }

  /** An operator as it came, as number `order`; what would restore more than was saved is left out. */
  take(operator: number, operands: Operand, order: number): void {
    if (this.#restores.has(operator)) {
      if (this.#depth === 0) return;
      this.#depth--;
    }
    if (this.#saves.has(operator)) this.#depth++;
    this.#push(operator, operands, order);
  }

  restart(order: number): void {
    for (; this.#depth >= 0; this.#depth--) this.#add('restore', null, order);
    this.#depth = 0;
    this.#add('save', null, order);
  }

  /** Operands of beginAnnotation: identifier, rectangle, the matrix that fits the appearance into it, the matrix of its rotation. */
  begin(operands: ArrayLike<unknown>, order: number): void {
    this.#add('paintFormXObjectBegin', [null, operands[1]], order);
    this.#depth++;
    for (const matrix of [operands[2], operands[3]]) if (isMatrix(matrix)) this.#add('transform', matrix, order);
  }

  #add(name: string, operands: Operand, order: number): void {
    const operator = this.ops[name];
    if (operator !== undefined) this.#push(operator, operands, order);
  }

  #push(operator: number, operands: Operand, order: number): void {
    this.list.fnArray.push(operator);
    this.list.argsArray.push(operands);
    this.list.order.push(order);
  }
}

const isMatrix = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) && value.length === 6;
