import { at } from '../../model/at.ts';
import { isTotalLabel, numberingLevel } from '../../notation/roles.ts';
import { splitCodeAndName } from '../../notation/row-kinds.ts';
import { isKnownName, sameName, subjectByCode } from '../../notation/subjects.ts';
import type { Piece } from './piece.ts';
import { LEAST_PARALLEL, MOST_PIECES } from './settings.ts';

/** What calls a row: its codes and names, in the order in which rows print them. */
export interface RowKey {
  pieces: Piece[];
  /** Where its name was read: the first piece of it, and the last. */
  from: number;
  order: number;
}

/** The keys of the rows, from what is no amount and no header. */
export function keysOf(pieces: readonly Piece[]): RowKey[] {
  const whole = codesOf(pieces);
  const names = namesOf(pieces, whole.length > 0);
  const codes = areOwnDigits(whole, names.length) ? whole.flatMap((code) => code.map((piece) => [piece])) : whole;
  const keys = codes.length === 0 ? names : aligned(inOrder(codes), names);
  return withFurther(keys).map(keyOf);
}

/** Amounts stand beside names: codes may be a block of their own. */
function keyOf(pieces: Piece[]): RowKey {
  const names = pieces.filter(({ kind }) => kind === 'text' || kind === 'coded');
  const orders = (names.length > 0 ? names : pieces).map(({ order }) => order);
  return { pieces, from: Math.min(...orders), order: Math.max(...orders) };
}

/** Codes, with the parts of 款 and 项 that follow them. */
function codesOf(pieces: readonly Piece[]): Piece[][] {
  const codes: Piece[][] = [];
  for (const piece of pieces) {
    const last = codes.at(-1);
    if (piece.kind === 'code') codes.push([piece]);
    else if (piece.kind === 'part' && last && last.length < 3 && at(last, 0).text.length === 3) last.push(piece);
    else if (piece.kind === 'part') codes.push([piece]);
  }
  return codes;
}

/** Each row prints the digits of its own level alone (201 | 08 | 01 in three rows): no 类 is printed twice, and so there are as many codes as names. */
function areOwnDigits(codes: readonly Piece[][], names: number): boolean {
  const categories = codes.map((code) => at(code, 0).text).filter((text) => text.length === 3);
  const parts = codes.flat().length;
  if (new Set(categories).size < categories.length || parts === codes.length) return false;
  return Math.abs(names - parts) < Math.abs(names - codes.length);
}

/** Codes of one classification, each once, are printed in their order, whatever block was read first. */
function inOrder(codes: readonly Piece[][]): Piece[][] {
  const texts = codes.map(textOf);
  const isOne = new Set(texts).size === texts.length && new Set(texts.map((text) => text.charAt(0))).size === 1;
  return isOne ? codes.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1)) : [...codes];
}

/** The classification that a code belongs to, by its first digit; '' without a code. */
function classOf(key: readonly Piece[]): string {
  const first = key.find(({ kind, text }) => kind === 'code' || (kind === 'coded' && splitCodeAndName(text) !== null));
  return first?.text.match(/\d/)?.[0] ?? '';
}

/** Rows with codes of several classifications (2 functional, 3 economic of departments, 5 of governments): the first of them opens a row. */
function withFurther(keys: readonly Piece[][]): Piece[][] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(classOf(key), (counts.get(classOf(key)) ?? 0) + 1);
  counts.delete('');
  const [most = 0] = [...counts.values()].toSorted((a, b) => b - a);
  const classes = [...counts].filter(([, count]) => count >= LEAST_PARALLEL * most).map(([digit]) => digit);
  if (classes.length < 2 || most < 2) return [...keys];
  const rows: Piece[][] = [];
  let open = new Set<string>();
  for (const key of keys) {
    const own = classOf(key);
    if (classes.includes(own) && open.size > 0 && !open.has(own)) rows.at(-1)?.push(...key);
    else {
      rows.push([...key]);
      open = new Set();
    }
    if (classes.includes(own)) open.add(own);
  }
  return rows;
}

/** Names, each of the pieces that lines broke it into. */
function namesOf(pieces: readonly Piece[], hasCodes: boolean): Piece[][] {
  const names: Piece[][] = [];
  const texts = pieces.filter(({ kind }) => kind === 'text' || kind === 'coded');
  for (let i = 0; i < texts.length; ) {
    const length = lengthOfName(texts, i, hasCodes);
    names.push(texts.slice(i, i + length));
    i += length;
  }
  return names;
}

/** How many pieces from one on make a name: the most that a known one is broken into, else those right below it that begin no other. */
function lengthOfName(texts: readonly Piece[], from: number, hasCodes: boolean): number {
  const first = at(texts, from);
  const split = splitCodeAndName(first.text);
  const known = (name: string): boolean =>
    split ? sameName(name.slice(split.code.length).replace(/^[-—_]+/, ''), split.code) : isKnownName(name);
  let most = 0;
  let text = '';
  for (let n = 1; n <= MOST_PIECES && from + n <= texts.length; n++) {
    const piece = at(texts, from + n - 1);
    if (n > 1 && (!piece.stacked || piece.kind === 'coded')) break;
    text += piece.text;
    if (known(text)) most = n;
  }
  if (most > 0) return most;
  let n = 1;
  while (n < MOST_PIECES && goesOn(texts[from + n], hasCodes)) n++;
  return n;
}

function goesOn(next: Piece | undefined, hasCodes: boolean): boolean {
  if (!next?.stacked || next.kind === 'coded' || isTotalLabel(next.text) || numberingLevel(next.text) > 0) return false;
  return hasCodes || !isKnownName(next.text);
}

/** What speaks for code and name as one row, in ranks; a name without a code costs nothing where it calls a total. */
const BOTH = { known: 6, behind: 2, any: 1, lost: -2 } as const;

/** Codes and names side by side, in the order of both: the most known pairs, and those that stand together. */
function aligned(codes: readonly Piece[][], names: readonly Piece[][]): Piece[][] {
  const best: number[][] = Array.from({ length: codes.length + 1 }, () => new Array<number>(names.length + 1).fill(0));
  const value = (i: number, j: number): number => at(at(best, i), j);
  for (let i = codes.length; i >= 0; i--) {
    for (let j = names.length; j >= 0; j--) {
      const code = codes[i];
      const name = names[j];
      const ways: number[] = [];
      if (code && name) ways.push(value(i + 1, j + 1) + fitOf(code, name));
      if (name) ways.push(value(i, j + 1) + costOfLone(name));
      if (code) ways.push(value(i + 1, j) + BOTH.lost);
      at(best, i)[j] = ways.length === 0 ? 0 : Math.max(...ways);
    }
  }
  const rows: Piece[][] = [];
  for (let i = 0, j = 0; i < codes.length || j < names.length; ) {
    const code = codes[i];
    const name = names[j];
    if (code && name && value(i, j) === value(i + 1, j + 1) + fitOf(code, name)) {
      rows.push([...code, ...name]);
      i++;
      j++;
    } else if (name && value(i, j) === value(i, j + 1) + costOfLone(name)) {
      rows.push(name);
      j++;
    } else if (code) {
      rows.push(code);
      i++;
    } else break;
  }
  return rows;
}

const costOfLone = (name: readonly Piece[]): number =>
  name.some(({ kind }) => kind === 'coded') || isTotalLabel(textOf(name)) ? 0 : BOTH.lost;

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** The names of a classification are asked for once, those that are cut off by their beginning. */
function isNamed(text: string, digits: string): boolean {
  const name = subjectByCode(digits)?.name;
  if (name === undefined || name.charAt(0) !== text.charAt(0)) return false;
  return sameName(text, digits);
}

function fitOf(code: readonly Piece[], name: readonly Piece[]): number {
  const digits = textOf(code);
  const text = textOf(name);
  const isBehind = at(name, 0).order === at(code, code.length - 1).order + 1;
  if (isTotalLabel(text) || name.some(({ kind }) => kind === 'coded')) return -BOTH.known;
  if (isNamed(text, digits)) return BOTH.known + (isBehind ? BOTH.behind : 0);
  const isOther = subjectByCode(digits) !== null && isKnownName(text);
  return (isOther ? -BOTH.any : BOTH.any) + (isBehind ? BOTH.behind : 0);
}
