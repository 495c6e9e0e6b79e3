import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findInputs } from '../../../../pipeline/run/inputs/inputs.ts';
import { pagesAmong } from '../../../../pipeline/run/inputs/page-pictures.ts';
import { contentOf, readInput } from '../../../../pipeline/run/inputs/read-input.ts';

test.each<[names: string[], others: number, pages: string[] | null]>([
  [['10.png', '9.png', '2.png'], 0, ['2.png', '9.png', '10.png']],
  [['001.JPG', '002.jpg'], 0, ['001.JPG', '002.jpg']],
  [['2025年预算_2.tif', '2025年预算_1.tif'], 0, ['2025年预算_1.tif', '2025年预算_2.tif']],
  [['page-1.png', 'page-2.jpeg'], 0, ['page-1.png', 'page-2.jpeg']],
  [['1.png'], 0, null],
  [['1.png', '2.png'], 1, null],
  [['1.png', 'page-2.png'], 0, null],
  [['1.png', '01.png'], 0, null],
  [['a.png', 'b.png'], 0, null],
])('%j beside %d others', (names, others, pages) => expect(pagesAmong(names, others)).toEqual(pages));

async function folderWith(names: readonly string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'duizhang-pages-'));
  for (const name of names) {
    await mkdir(join(root, name, '..'), { recursive: true });
    await writeFile(join(root, name), name);
  }
  return root;
}

test('a folder of numbered pictures is one document; others are documents of their own, those of a saved page none', async () => {
  const root = await folderWith(['scan/2.png', 'scan/1.png', 'mixed/1.png', 'mixed/a.txt', 'x.html', 'x_files/logo.png']);
  const { inputs, ignored } = await findInputs([root]);
  expect(inputs.map(({ sourceFile, pages }) => [sourceFile, pages?.length])).toEqual([
    ['mixed/1.png', undefined],
    ['mixed/a.txt', undefined],
    ['scan', 2],
    ['x.html', undefined],
  ]);
  expect(ignored).toEqual({ '_files/.png': 1 });
});

test('its bytes are the same each time, and others when a page is', async () => {
  const root = await folderWith(['scan/2.png', 'scan/1.png']);
  const [input] = (await findInputs([root])).inputs;
  if (!input) throw new RangeError('no input');
  const content = async () => contentOf(await readInput(input));
  const before = await content();
  expect(await content()).toBe(before);
  await writeFile(join(root, 'scan/2.png'), 'another');
  expect(await content()).not.toBe(before);
});
