import { expect, test } from 'vitest';
import { cutAt } from '../../../../extractors/layout/grids/cell-text.ts';
import type { Word } from '../../../../extractors/model/source.ts';

/** A word of characters 5 wide, its first at 0. */
const word = (text: string): Word => ({
  text,
  fontSize: 10,
  box: [0, 0, 5 * text.length, 10],
  rotation: 0,
  clip: null,
  starts: [...text].map((_, i) => 5 * i),
});
const cut = (text: string, border: number): string[] | null => cutAt(word(text), border)?.map((piece) => piece.text) ?? null;

test('an amount that touches the code in the next cell is cut at the border between them', () => {
  expect(cut('396.05302', 31)).toEqual(['396.05', '302']);
  expect(cut('1,150.2030201', 40)).toEqual(['1,150.20', '30201']);
  expect(cut('1,150.202130201', 41)).toEqual(['1,150.20', '2130201']);
});

test('it is not where the border is elsewhere, or the rest is no code', () => {
  expect(cut('396.05302', 15)).toBeNull();
  expect(cut('396.0530', 31)).toBeNull();
  expect(cut('396.053021', 31)).toBeNull();
});
