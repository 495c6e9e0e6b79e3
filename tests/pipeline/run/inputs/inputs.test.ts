import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { UserError } from '../../../../pipeline/base/errors.ts';
import { documentIds, findInputs } from '../../../../pipeline/run/inputs/inputs.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'duizhang-inputs-'));
});

async function files(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), 'x');
  }
}

const found = async (paths: string[], exclude: string[] = []): Promise<[string, string][]> =>
  (await findInputs(paths, exclude)).inputs.map(({ documentId, sourceFile }) => [documentId, sourceFile]);

test('a folder is searched in a stable order, for known endings only', async () => {
  await files('b.txt', 'a/z.html', 'a/y.MD', 'a/picture.png', 'README.md', '.hidden/c.txt', 'node_modules/d.txt', 'out/e.txt');
  expect(await found([root], [join(root, 'out')])).toEqual([
    ['a-y', 'a/y.MD'],
    ['a-z', 'a/z.html'],
    ['b', 'b.txt'],
  ]);
});

test('the same name in two folders gives two ids', async () => {
  await files('2024/局.txt', '2025/局.txt');
  const expected = [
    ['2024-局', '2024/局.txt'],
    ['2025-局', '2025/局.txt'],
  ];
  expect(await found([root])).toEqual(expected);
  expect(await found([join(root, '2024/局.txt'), join(root, '2025')])).toEqual(expected);
});

test('a file that is named is taken whatever it ends in, and once', async () => {
  await files('report.docx');
  expect(await found([join(root, 'report.docx'), join(root, 'report.docx')])).toEqual([['report', 'report.docx']]);
});

test('links to files are followed, links to folders are not', async () => {
  await files('a/real.txt');
  await symlink(join(root, 'a/real.txt'), join(root, 'link.txt'));
  await symlink(root, join(root, 'a/circle'));
  expect(await found([root])).toEqual([
    ['a-real', 'a/real.txt'],
    ['link', 'link.txt'],
  ]);
});

test('ids that fall together are told apart', () => {
  expect(documentIds(['a/b.txt', 'a-b.txt', 'a b.txt', 'A-B.pdf', '….txt'])).toEqual([
    'a-b',
    'a-b-txt',
    'a-b-txt-2',
    'A-B-pdf',
    'document',
  ]);
});

test('a long name is cut', () => {
  expect(documentIds([`${'长'.repeat(200)}.txt`])).toEqual(['长'.repeat(60)]);
});

test('a missing path and a folder without documents end with exit code 2', async () => {
  const failure = async (path: string): Promise<UserError> => {
    const error = await findInputs([path]).catch((caught: unknown) => caught);
    if (!(error instanceof UserError)) throw new Error('expected a UserError');
    return error;
  };
  const missing = await failure(join(root, 'none'));
  expect([missing.exitCode, missing.message]).toEqual([
    2,
    `${join(root, 'none')}: cannot be read (ENOENT: no such file or directory); expected a file or a folder. Check the path and its permissions.`,
  ]);
  const empty = await failure(root);
  expect([empty.exitCode, empty.message]).toEqual([
    2,
    `No document in ${root}; expected files ending in .pdf, .txt, .md, .text, .html, .htm, .zip. Give another folder, or name the file itself.`,
  ]);
});
