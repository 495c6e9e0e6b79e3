import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const MAIN = join(import.meta.dirname, '../../dist/pipeline/cli/main.js');

test('files that cannot be read end with exit code 2; each says why, none stops the others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'duizhang-bad-'));
  await writeFile(join(folder, 'a-empty.txt'), '');
  await writeFile(join(folder, 'b-binary.txt'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]));
  await writeFile(join(folder, 'c-undecodable.txt'), new Uint8Array([0xff, 0xff, 0xff, 0x0a]));
  await writeFile(join(folder, 'd-notice.txt'), '关于召开会议的通知\n请按时参加。\n');
  const { status, stdout } = spawnSync(process.execPath, [MAIN, 'check', folder], { encoding: 'utf8' });
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(lines.map(([outcome, file]) => [outcome, file])).toEqual([
    ['failed', 'a-empty.txt'],
    ['failed', 'b-binary.txt'],
    ['failed', 'c-undecodable.txt'],
    ['failed', 'd-notice.txt'],
  ]);
  expect(lines.slice(0, 3).map(([, , reason]) => reason)).toEqual([
    'The file is empty (0 bytes).',
    'The file is binary (PNG), not text.',
    'The text is neither UTF-8 nor GB18030: line 1, offset 0, byte 0xFF.',
  ]);
  expect(status).toBe(2);
});

test('extract writes the whole set of files although no document could be read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'duizhang-bad-'));
  await writeFile(join(folder, 'empty.txt'), '');
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'extract', 'empty.txt'], { cwd: folder, encoding: 'utf8' });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('Not extracted:\n  empty.txt: The file is empty (0 bytes).');
  expect((await readFile(join(folder, 'out/documents.csv'), 'utf8')).split('\r\n')[1]).toMatch(/^empty,empty\.txt,.*,failed,0,0,0,0,0,0,/);
  expect((await readFile(join(folder, 'out/facts.csv'), 'utf8')).split('\r\n')).toHaveLength(2);
  expect(JSON.parse(await readFile(join(folder, 'out/run.json'), 'utf8'))).toMatchObject({
    exitCode: 2,
    counts: { documents: 1, failed: 1 },
  });
});
