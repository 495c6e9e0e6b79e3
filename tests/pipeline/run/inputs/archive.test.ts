import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { runBatch } from '../../../../pipeline/run/batch/batch.ts';
import { decodeName, listArchive, readMember, safeName } from '../../../../pipeline/run/inputs/archive.ts';
import { findInputs } from '../../../../pipeline/run/inputs/inputs.ts';
import { UTF8_NAME, type ZipEntry, zip } from '../../../support/zip.ts';
import { fakeExtract, PROFILES } from '../../fixture.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'duizhang-archive-'));
});

async function archive(...entries: ZipEntry[]): Promise<string> {
  const path = join(root, 'a.zip');
  await writeFile(path, zip(entries));
  return path;
}

/** 预算 in GBK. */
const GBK_NAME = Uint8Array.of(0xd4, 0xa4, 0xcb, 0xe3, 0x2e, 0x74, 0x78, 0x74);

describe('names', () => {
  test('UTF-8 by flag, by extra field, by sense; else GBK', () => {
    expect(decodeName(Buffer.from('预算.txt'), UTF8_NAME)).toBe('预算.txt');
    expect(decodeName(Buffer.from('预算.txt'), 0)).toBe('预算.txt');
    expect(decodeName(GBK_NAME, 0)).toBe('预算.txt');
    // two characters of GBK that are also two letters in UTF-8
    expect(decodeName(Uint8Array.of(0xd2, 0xbb, 0xc4, 0xa9), 0)).toBe('一末');
    const extra = Buffer.concat([Uint8Array.of(1, 0, 0, 0, 0), Buffer.from('对')]);
    expect(decodeName(Buffer.from('x'), 0, extra)).toBe('x');
    extra.writeUInt32LE(crc32('x'), 1);
    expect(decodeName(Buffer.from('x'), 0, extra)).toBe('对');
  });

  test('none leads out of the archive', () => {
    expect(safeName('a/./b\\c.pdf')).toEqual({ name: 'a/b/c.pdf', unsafe: false });
    expect(safeName('../../etc/passwd.txt')).toEqual({ name: '__/__/etc/passwd.txt', unsafe: true });
    expect(safeName('/etc/x.txt')).toEqual({ name: 'etc/x.txt', unsafe: true });
    expect(safeName('C:\\x.txt')).toEqual({ name: 'C_/x.txt', unsafe: true });
    expect(safeName('a\\..\\..\\x.txt')).toEqual({ name: 'a/__/__/x.txt', unsafe: true });
  });
});

describe('documents of an archive', () => {
  test('are found under its name, sorted, without what is no document', async () => {
    const path = await archive(
      { name: 'b/预算.txt', content: '2', flags: UTF8_NAME },
      { name: GBK_NAME, content: '1' },
      { name: 'b/' },
      { name: '__MACOSX/b/._x.txt' },
      { name: '.hidden.txt' },
      { name: 'link.txt', content: '/etc/passwd', mode: 0o120777 },
      { name: 'table.ppt' },
    );
    const { inputs, ignored } = await findInputs([path]);
    expect(inputs.map(({ documentId, sourceFile }) => [documentId, sourceFile])).toEqual([
      ['a-zip-b-预算', 'a.zip/b/预算.txt'],
      ['a-zip-预算', 'a.zip/预算.txt'],
    ]);
    expect(ignored).toEqual({ '.ppt': 1 });
  });

  test('frames of a saved page are none', async () => {
    const path = await archive(
      { name: 'b/x.html', content: '1', flags: UTF8_NAME },
      { name: 'b/x_files/frame.html', content: '2' },
      { name: 'y_files/frame.html', content: '3' },
    );
    expect((await findInputs([path])).inputs.map(({ sourceFile }) => sourceFile)).toEqual(['a.zip/b/x.html', 'a.zip/y_files/frame.html']);
  });

  test('are read, deflated and stored', async () => {
    const path = await archive({ name: 'a.txt', content: '1'.repeat(1000) }, { name: 'b.txt', content: 'two', stored: true });
    const read = await Promise.all((await listArchive(path)).map(({ member }) => readMember(path, member)));
    expect(read.map((bytes) => Buffer.from(bytes as Uint8Array).toString())).toEqual(['1'.repeat(1000), 'two']);
  });
});

async function reasons(...entries: ZipEntry[]): Promise<string[][]> {
  await archive(...entries);
  const out = join(root, 'out');
  const told: string[][] = [];
  await runBatch({
    paths: [join(root, 'a.zip')],
    out,
    profiles: PROFILES,
    extract: fakeExtract,
    onDocument: ({ record }) => void told.push([record.source_file, record.status, record.reason]),
  });
  return told;
}

describe('what must not be read is recorded, the rest is read', () => {
  const GOOD: ZipEntry = { name: 'z.txt', content: '1' };
  const READ = ['a.zip/z.txt', 'succeeded', ''];

  test.each<[string, ZipEntry, string, string]>([
    ['..', { name: '../up.txt', content: '1' }, '__/up.txt', 'The path inside the archive leads out of it: ../up.txt.'],
    ['absolute', { name: '/tmp/up.txt', content: '1' }, 'tmp/up.txt', 'The path inside the archive leads out of it: /tmp/up.txt.'],
    ['password', { name: 'p.txt', content: '1', flags: 1 }, 'p.txt', 'The file in the archive is encrypted: p.txt.'],
    ['archive', { name: 'in.zip', content: '1' }, 'in.zip', 'There is an archive in the archive: in.zip.'],
    [
      'bomb that says so',
      { name: 'b.txt', content: Buffer.alloc(20_000_000) },
      'b.txt',
      'The file in the archive unpacks to too much: 0.0 MB → 20.0 MB.',
    ],
    [
      'giant',
      { name: 'g.txt', content: '1', claims: { size: 4_000_000_000 } },
      'g.txt',
      'The file in the archive unpacks to too much: 4000.0 MB.',
    ],
    [
      'bomb that lies',
      { name: 'b.txt', content: Buffer.alloc(20_000_000), claims: { size: 100 } },
      'b.txt',
      'The file in the archive is damaged or cannot be unpacked: too many bytes in the stream. expected 100. got at least 16384.',
    ],
    [
      'wrong sum',
      { name: 's.txt', content: '1', claims: { crc32: 7 } },
      's.txt',
      'The file in the archive is damaged or cannot be unpacked: CRC-32.',
    ],
    [
      'method',
      { name: 'm.txt', content: '1', claims: { method: 14 } },
      'm.txt',
      'The file in the archive is damaged or cannot be unpacked: compression method 14.',
    ],
  ])('%s', async (_, entry, name, reason) => {
    expect(await reasons(entry, GOOD)).toEqual([[`a.zip/${name}`, 'failed', reason], READ].sort());
    expect((await readdir(root)).sort()).toEqual(['a.zip', 'out']);
  });

  test('members that overlap, and what is no archive, cost the archive', async () => {
    expect(await reasons({ name: 'a.txt', content: '1' }, { name: 'b.txt', content: '1', claims: { offset: 0 } })).toEqual([
      ['a.zip', 'failed', 'The archive cannot be read: its members overlap.'],
    ]);
    await writeFile(join(root, 'a.zip'), 'no archive');
    const { inputs } = await findInputs([root]);
    expect(inputs).toMatchObject([{ sourceFile: 'a.zip', failure: { ruleId: 'archive/unreadable' } }]);
  });
});

test('results of an archive are kept until a member changes', async () => {
  const kept: boolean[] = [];
  const run = async (...entries: ZipEntry[]): Promise<void> => {
    kept.length = 0;
    await archive(...entries);
    await runBatch({
      paths: [join(root, 'a.zip')],
      out: join(root, 'out'),
      profiles: PROFILES,
      extract: fakeExtract,
      extractId: 'fake',
      onDocument: (outcome) => void kept.push(outcome.kept),
    });
  };
  await run({ name: 'a.txt', content: '1' }, { name: 'b.txt', content: '2' });
  await run({ name: 'a.txt', content: '1', stored: true }, { name: 'b.txt', content: '3' });
  expect(kept).toEqual([true, false]);
  expect(await readFile(join(root, 'out/facts.csv'), 'utf8')).toMatch(/,1,1,[\s\S]*,3,3,/);
});
