import { CFB } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { isOle, Ole, openOle } from '../../../../extractors/readers/package/ole.ts';

const SMALL = Uint8Array.from({ length: 100 }, (_, i) => i);
const LARGE = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);

function container(): Uint8Array {
  const cfb = CFB.utils.cfb_new();
  CFB.utils.cfb_add(cfb, '/Small', Buffer.from(SMALL));
  CFB.utils.cfb_add(cfb, '/Large', Buffer.from(LARGE));
  return new Uint8Array(CFB.write(cfb, { type: 'buffer' }) as Uint8Array);
}

test('streams by name, those of the mini stream, too', () => {
  const ole = new Ole(container());
  expect(isOle(container())).toBe(true);
  expect(ole.names).toEqual(expect.arrayContaining(['Small', 'Large']));
  expect(ole.stream('Small')).toEqual(SMALL);
  expect(ole.stream('Large')).toEqual(LARGE);
  expect(ole.stream('None')).toBeNull();
});

test('what is cut short or runs in a circle is damaged', () => {
  const bytes = container();
  expect(openOle(bytes.subarray(0, 600))).toBeNull();
  expect(openOle(bytes.subarray(0, 100))).toBeNull();
  const view = new DataView(bytes.buffer);
  // The first sector of the directory leads to itself.
  const fat = (view.getUint32(76, true) + 1) * 512;
  const directory = view.getUint32(48, true);
  view.setUint32(fat + 4 * directory, directory, true);
  expect(() => new Ole(bytes)).toThrow('sectors run in a circle');
});
