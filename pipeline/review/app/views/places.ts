import type { Place } from '../../../../schemas/place.ts';
import { type Child, chinese } from '../base/dom.ts';
import { word } from '../base/words.ts';

/** Where something is printed, as a person looks it up. */
export function placeText(place: Place | undefined): Child {
  if (!place) return '–';
  if (place.cell !== undefined) return chinese(place.cell);
  return place.line === null ? word('placePage', place.page) : word('placeLine', place.page, place.line);
}
