import { describe, expect, test } from 'vitest';
import { asHtml, type Base } from '../bench/fuzz/bases.ts';
import { FORMS } from '../bench/fuzz/forms.ts';
import { mutantOf } from '../bench/fuzz/mutants.ts';
import { bytesOf } from '../bench/fuzz/mutation.ts';
import { pdfFileOf, unpacked } from '../bench/fuzz/pdf/file.ts';
import { mapped, repacked } from '../bench/fuzz/pdf/variants.ts';
import { generateFile } from '../generator/generate.ts';
import { Random } from '../generator/random.ts';
import { zip } from '../support/zip.ts';

const TEXT = generateFile({ dialect: 'older-integers', seed: 3 }).bytes;
const PDF = generateFile({ dialect: 'pdf-ruled', seed: 3 }).bytes;

const BASES: Readonly<Record<string, Base>> = {
  pdf: { name: 'a', ending: 'pdf', bytes: mapped(PDF) ?? PDF },
  text: { name: 'a', ending: 'txt', bytes: TEXT },
  html: { name: 'a', ending: 'html', bytes: bytesOf(asHtml(Buffer.from(TEXT).toString('utf8'))) },
  markdown: { name: 'a', ending: 'md', bytes: generateFile({ dialect: 'pipe-markdown', seed: 3 }).bytes },
  zip: { name: 'a', ending: 'zip', bytes: new Uint8Array(zip([{ name: '预算-1.txt', content: TEXT, flags: 0x800 }])) },
};

/** Megabytes compared at once: what `toEqual` does byte by byte takes minutes. */
const same = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a && b ? Buffer.compare(a, b) === 0 : (a ?? null) === (b ?? null);

describe.each(FORMS)('$name', (form) => {
  const base = BASES[form.name]!;

  test.each(form.mutators)('$name: the same seed, the same damage; the undamaged bytes stay', ({ damage }) => {
    const before = base.bytes.slice();
    for (const seed of [1, 2, 3]) {
      const [first, second] = [damage(base.bytes, new Random(seed)), damage(base.bytes, new Random(seed))];
      expect(same(first?.bytes, second?.bytes)).toBe(true);
    }
    expect(same(base.bytes, before)).toBe(true);
  });

  test('a mutant is made again by its number', () => {
    const [first, again, next] = [7, 7, 8].map((number) => mutantOf(1, form, [base], number));
    expect(first).toMatchObject({ file: `${form.name}-00007.${base.ending}`, mutator: again!.mutator });
    expect([same(first?.bytes, again?.bytes), same(first?.bytes, next?.bytes)]).toEqual([true, false]);
  });
});

test('shares are of a hundred', () => {
  expect(FORMS.reduce((sum, { share }) => sum + share, 0)).toBe(100);
});

test('a PDF in other dress has the same contents', () => {
  const contents = (bytes: Uint8Array | null): string[] => {
    const file = bytes && pdfFileOf(bytes);
    return file ? file.contents.map((number) => unpacked(file.objects[number - 1]!)) : [];
  };
  expect(contents(PDF).length).toBeGreaterThan(5);
  expect(contents(PDF)[1]).toMatch(/^q BT 0 g \/F1 16 Tf/);
  expect(contents(repacked(PDF))).toEqual(contents(PDF));
  expect(contents(mapped(PDF))).toEqual(contents(PDF));
});
