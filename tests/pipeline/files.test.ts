import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reading, syncFiles, writeAtomically, writing } from '../../pipeline/base/files.ts';
import { CsvSet } from '../../pipeline/publish/csv/csv-set.ts';

const failing = (code: string, message: string) => (): never => {
  throw Object.assign(new Error(`${code}: ${message}, write`), { code });
};

test('a full disk is named as such and says what to do; another reason is not taken for it', () => {
  expect(() => writing('out/a', failing('ENOSPC', 'no space left on device'))).toThrow(
    expect.objectContaining({
      exitCode: 5,
      message:
        'out/a: cannot be written, the disk is full (ENOSPC: no space left on device). Nothing that is done is lost: free some space and give the same command again, it goes on from here.',
    }),
  );
  expect(() => writing('out/a', failing('EACCES', 'permission denied'))).toThrow(
    /^out\/a: cannot be written \(EACCES: permission denied\);/,
  );
  expect(() => reading('out/a', failing('ENOENT', 'no such file'))).toThrow(
    expect.objectContaining({ exitCode: 5, message: expect.stringContaining('Give the same command again with --fresh.') }),
  );
});

test('what cannot take its name leaves nothing half-written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'duizhang-files-'));
  writeAtomically(join(folder, 'a'), 'old');
  writeAtomically(join(folder, 'a'), 'new');
  await writeFile(join(folder, 'file'), '');
  expect(() => writeAtomically(join(folder, 'file/b'), 'x')).toThrow('cannot be written');
  const csv = new CsvSet(folder);
  csv.discard();
  expect([await readFile(join(folder, 'a'), 'utf8'), (await readdir(folder)).sort()]).toEqual(['new', ['a', 'file']]);
  await syncFiles(folder, [join(folder, 'a')]);
  await expect(syncFiles(folder, [join(folder, 'none')])).rejects.toMatchObject({ exitCode: 5 });
});
