import { at } from '../../model/at.ts';
import type { TextLine } from '../../model/blocks.ts';

/** Where the characters of a text stand: one after the other from there on, or each for itself (-1: nowhere on that line). */
export type Places = number | readonly number[];

/** A line of a cell or of a page as it is displayed, on the line of the file where its first character stands. */
export interface ShownLine {
  page: number;
  line: number;
  /** The line of the file. */
  raw: string;
  text: string;
  places: Places;
}

export const isFilled = ({ text }: ShownLine): boolean => text !== '' && text.trim() !== '';

export function placeAt(places: Places, i: number): number {
  return typeof places === 'number' ? places + i : at(places, i);
}

/** The places of so many characters, one by one. */
export function listed(places: Places, count: number): number[] {
  const list: number[] = [];
  for (let i = 0; i < count; i++) list.push(placeAt(places, i));
  return list;
}

export function textLineOf({ page, line, raw, text, places }: ShownLine): TextLine {
  const shown: TextLine = { kind: 'line', page, line, text, raw };
  return places === 0 && text === raw ? shown : { ...shown, offsets: listed(places, text.length) };
}
