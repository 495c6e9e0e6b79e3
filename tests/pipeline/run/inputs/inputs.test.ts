import { mkdir, mkdtemp, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { UserError } from '../../../../pipeline/base/errors.ts';
import { MAX_BYTES } from '../../../../pipeline/run/inputs/archive.ts';
import { documentIds } from '../../../../pipeline/run/inputs/document-ids.ts';
import { findInputs, INPUT_EXTENSIONS } from '../../../../pipeline/run/inputs/inputs.ts';
import { hashInput, readInput } from '../../../../pipeline/run/inputs/read-input.ts';
import { zip } from '../../../support/zip.ts';

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
  await files('b.txt', 'a/z.html', 'a/y.MD', 'a/picture.ppt', 'README.md', '.hidden/c.txt', 'node_modules/d.txt', 'out/e.txt');
  expect(await found([root], [join(root, 'out')])).toEqual([
    ['a-y', 'a/y.MD'],
    ['a-z', 'a/z.html'],
    ['b', 'b.txt'],
  ]);
});

test('frames that a browser saves beside a page are no documents, sheets that Excel saves and other files are', async () => {
  await files(
    '甲.html',
    '甲_files/frame.html',
    '甲_files/附件.pdf',
    '乙.htm',
    '乙.files/sheet001.htm',
    '乙.files/tabstrip.htm',
    '丙_files/x.html',
  );
  const { inputs, ignored } = await findInputs([root]);
  expect(inputs.map(({ sourceFile }) => sourceFile)).toEqual([
    '丙_files/x.html',
    '乙.files/sheet001.htm',
    '乙.htm',
    '甲.html',
    '甲_files/附件.pdf',
  ]);
  expect(ignored).toEqual({ '_files/.htm': 1, '_files/.html': 1 });
});

test('what an office leaves beside an open file is no document, nor are the tables of an output folder', async () => {
  await files('a.xlsx', '~$a.xlsx', '.~lock.a.xlsx#', 'out/.duizhang/x', 'out/facts.csv', 'out/a/tables.xlsx', 'out/a/b.pdf');
  expect(await found([root])).toEqual([
    ['a', 'a.xlsx'],
    ['out-a-b', 'out/a/b.pdf'],
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

test('a folder of any name fits into the limit of a file name, no character is cut, none is a device of Windows', () => {
  const names = ['𠮷', '长', 'x', '\udcff'].flatMap((each) => [
    `${each.repeat(200)}.txt`,
    `${each.repeat(200)}.${each.repeat(50)}`,
    `${each.repeat(200)}.txt`,
  ]);
  const ids = documentIds([...names, 'con.txt', 'sub/con.txt', 'NUL', 'com1.pdf', '..', '-x.txt', ' . .txt']);
  expect(ids.slice(names.length)).toEqual(['con-txt', 'sub-con', 'NUL-2', 'com1-pdf', 'document-3', 'x', 'document-txt-2']);
  expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length);
  for (const id of ids) {
    expect(Buffer.byteLength(`${id}.shard.part`)).toBeLessThanOrEqual(255);
    expect(id).not.toMatch(/\p{Surrogate}/u);
  }
});

test('an archive without a document is one that cannot be read', async () => {
  for (const [name, entries] of [
    ['none.zip', []],
    ['folders.zip', [{ name: 'a/' }, { name: 'b/' }]],
    ['other.zip', [{ name: 'a.ppt' }]],
  ] as const) {
    await writeFile(join(root, name), zip(entries));
  }
  expect((await findInputs([root])).inputs.map(({ sourceFile, failure }) => [sourceFile, failure?.ruleId, failure?.actual])).toEqual([
    ['folders.zip', 'archive/no-document', '0'],
    ['none.zip', 'archive/no-document', '0'],
    ['other.zip', 'archive/no-document', '1'],
  ]);
});

test('an archive whose end record counts fewer members than there are cannot be read', async () => {
  const entries = [{ name: 'a.txt' }, { name: 'b.txt' }];
  for (const counted of [0, 1, 2]) {
    const bytes = zip(entries);
    bytes.writeUInt16LE(counted, bytes.length - 12);
    await writeFile(join(root, `${counted}.zip`), bytes);
  }
  const more = (counted: number): string => `its end record counts ${counted} entries, its directory has more`;
  expect((await findInputs([root])).inputs.map(({ sourceFile, failure }) => [sourceFile, failure?.ruleId, failure?.actual])).toEqual([
    ['0.zip', 'archive/unreadable', more(0)],
    ['1.zip', 'archive/unreadable', more(1)],
    ['2.zip/a.txt', undefined, undefined],
    ['2.zip/b.txt', undefined, undefined],
  ]);
});

test('many members are listed, those of one name told apart', async () => {
  await writeFile(join(root, 'a.zip'), zip(Array.from({ length: 30_000 }, (_, i) => ({ name: `${i % 10_000}.txt`, stored: true }))));
  const { inputs } = await findInputs([join(root, 'a.zip')]);
  expect([inputs.length, new Set(inputs.map(({ documentId }) => documentId)).size]).toEqual([30_000, 30_000]);
});

test('a file beyond the limit is not read', async () => {
  await files('a.txt');
  await truncate(join(root, 'a.txt'), MAX_BYTES + 1);
  const [input] = (await findInputs([root])).inputs;
  expect(await readInput(input!)).toEqual({ failure: { ruleId: 'source/file-too-large', stage: 'read', actual: '134.2 MB > 134.2 MB' } });
  expect(await hashInput(input!)).toBe('source/file-too-large 134.2 MB > 134.2 MB');
  await truncate(join(root, 'a.txt'), MAX_BYTES);
  expect(await readInput(input!)).toHaveLength(MAX_BYTES);
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
    `No document in ${root}; expected files ending in ${[...INPUT_EXTENSIONS, '.zip'].join(', ')}. Give another folder, or name the file itself.`,
  ]);
});
