import type { Place } from '../../../../schemas/place.ts';
import { grouped } from '../../../base/shown/grouped.ts';
import { type Child, chinese } from '../base/dom.ts';
import { word } from '../base/words.ts';

/** Where something is printed, as a person looks it up. */
export function placeText(place: Place | undefined): Child {
  if (!place) return '–';
  if (place.cell !== undefined) return chinese(place.cell);
  return place.line === null ? word('placePage', place.page) : word('placeLine', place.page, place.line);
}

/** Amounts in 元 to the whole 元, as they only say how grave an item is. */
export const yuan = (amount: string): string => (amount === '' || amount === '0' ? '' : `${grouped(amount.replace(/\.\d+$/, ''))} 元`);
