import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';

const MAIN = join(import.meta.dirname, '../../dist/pipeline/cli/main.js');

import { ALL, sampled } from '../support/sample.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhang-cli-'));
});

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

function duizhang(...args: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

describe('usage', () => {
  test('--version', () => {
    expect(duizhang('--version')).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' });
  });

  test('a mistyped option is exit code 1 and says what was meant', () => {
    const { code, stdout, stderr } = duizhang('extract', 'x', '--strickt');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain("error: unknown option '--strickt'\n(Did you mean --strict?)");
  });

  test('a wrong number says what was expected', () => {
    const { code, stderr } = duizhang('extract', 'x', '--jobs', 'many');
    expect(code).toBe(1);
    expect(stderr).toContain("argument 'many' is invalid. Expected a whole number from 1 to 9999.");
  });
});

describe('extract', () => {
  test('a missing path is exit code 2, in the language asked for', () => {
    expect(duizhang('extract', 'none.txt', '--lang', 'zh')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'none.txt：无法读取（ENOENT: no such file or directory）；应为文件或文件夹。请检查路径与权限。\n',
    });
  });

  test('an unknown profile and a profile with a typo are exit code 3', async () => {
    await writeFile(join(folder, 'a.txt'), 'x');
    expect(duizhang('extract', 'a.txt', '--profile', 'liaonin')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('--profile liaonin: there is no such profile; known: default, liaoning') as string,
    });
    await mkdir(join(folder, 'mine'));
    await writeFile(join(folder, 'mine/mine.json'), '{ "id": "mine", "title": "t", "extends": "default", "titels": {} }');
    const { code, stderr } = duizhang('extract', 'a.txt', '--profiles', 'mine');
    expect(code).toBe(3);
    expect(stderr).toContain('mine.json: unknown key "titels"; did you mean "titles"?');
  });

  test('an unwritable output folder is exit code 5', async () => {
    await writeFile(join(folder, 'a.txt'), 'x');
    expect(duizhang('extract', 'a.txt', '--out', 'a.txt/out')).toEqual({
      code: 5,
      stdout: '',
      stderr:
        'a.txt/out: cannot be written (ENOTDIR: not a directory); expected a writable folder with free space. Choose another folder with --out or correct its permissions.\n',
    });
  });

  test('--until names the stage that was meant, and a text without a disclosure is exit code 2', async () => {
    await writeFile(join(folder, 'a.txt'), '通知\n请按时参加。\n');
    expect(duizhang('extract', 'a.txt', '--until', 'haeder')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('declarations. Did you mean "header"?') as string,
    });
    const { code, stdout, stderr } = duizhang('extract', 'a.txt', '--until', 'header');
    expect([code, (JSON.parse(stdout) as { stage: string }).stage]).toEqual([2, 'header']);
    expect(stderr).toContain('a.txt: No budget or accounts table was found: 2 lines, first: 通知');
  });

  test.runIf(ALL)('documents of an earlier run that are left in the output folder are named', async () => {
    for (const name of ['a', 'b']) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, `${name}.txt`), '通知\n');
    }
    expect(duizhang('extract', 'a').stderr).not.toContain('earlier runs');
    expect(duizhang('extract', 'b').stderr).toContain(
      'The output folder holds 1 document of earlier runs besides, which the CSV files do not: a. Delete',
    );
    await rm(join(folder, 'out/a'), { recursive: true });
    expect(duizhang('extract', 'b').stderr).not.toContain('earlier runs');
  });

  test('--dry-run lists the documents and writes nothing', async () => {
    await mkdir(join(folder, 'in/2025'), { recursive: true });
    await writeFile(join(folder, 'in/a.txt'), 'x');
    await writeFile(join(folder, 'in/2025/a.txt'), 'x');
    expect(duizhang('extract', 'in', '--dry-run')).toEqual({ code: 0, stdout: '2025-a\t2025/a.txt\na\ta.txt\n', stderr: '' });
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

describe('explain', () => {
  test('a rule', () => {
    expect(duizhang('explain', 'source/empty-file')).toEqual({
      code: 0,
      stdout:
        'source/empty-file\n  severity: error\n  kind: other\n  message: The file is empty (0 bytes).\n  why: There is nothing to extract.\n  what to do: Download the file again.\n',
      stderr: '',
    });
  });

  test('an unknown rule is exit code 1', () => {
    expect(duizhang('explain', 'equation/borken')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no rule "equation/borken". Did you mean "equation/broken"?\n',
    });
  });
});

describe('schema', () => {
  test('prints what schemas/json holds', async () => {
    const published = await readFile(join(import.meta.dirname, '../../schemas/json/report.json'), 'utf8');
    expect(duizhang('schema', 'report')).toEqual({ code: 0, stdout: published, stderr: '' });
  });

  test('an unknown name is exit code 1', () => {
    expect(duizhang('schema', 'reports')).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'There is no schema "reports"; expected one of disclosure, report, records, run, datapackage, case, reviews. Did you mean "report"?\n',
    });
  });
});

describe('profile', () => {
  test('new writes a profile as JSON and a sample folder, and never over existing files; what it says to do works', async () => {
    const first = duizhang('profile', 'new', 'zhejiang');
    expect([first.code, first.stdout]).toEqual([0, 'profiles/zhejiang.json\nsamples/zhejiang/first/origin.json\n']);
    expect(first.stderr).toContain('3. duizhang profile test zhejiang --profiles profiles --update');
    const second = duizhang('profile', 'new', 'zhejiang');
    expect(second.code).toBe(5);
    expect(second.stderr).toContain('profiles/zhejiang.json: cannot be created (EEXIST: file already exists)');
    expect(duizhang('profile', 'list', '--profiles', 'profiles').stdout).toContain('zhejiang\tzhejiang\tdefault\t/zhejiang/\n');
    await writeFile(
      join(folder, 'samples/zhejiang/first/source.txt'),
      '浙江省水务局 zhejiang\n2026年部门预算\n\n支出预算总表\n单位：万元\n科目编码\t科目名称\t合计\n208\t社会保障\t12.00\n',
    );
    const test = (...options: string[]): Ended => duizhang('profile', 'test', 'zhejiang', '--profiles', 'profiles', ...options);
    expect(test('--update')).toEqual({ code: 0, stdout: 'ok\tzhejiang/first\n', stderr: '' });
    expect(test()).toEqual({ code: 0, stdout: 'ok\tzhejiang/first\n', stderr: '' });
  });

  test.runIf(ALL)('new in a checkout of the project writes a module', async () => {
    await mkdir(join(folder, 'extractors/profiles'), { recursive: true });
    await writeFile(join(folder, 'extractors/profiles/default.ts'), '');
    expect(duizhang('profile', 'new', 'zhejiang')).toMatchObject({
      code: 0,
      stdout: 'extractors/profiles/zhejiang.ts\nsamples/zhejiang/first/origin.json\n',
      stderr: expect.stringContaining('3. npm run -s build && duizhang profile test zhejiang --update') as string,
    });
    expect(await readFile(join(folder, 'extractors/profiles/zhejiang.ts'), 'utf8')).toContain("id: 'zhejiang'");
  });

  test('an id with capitals is exit code 1', () => {
    expect(duizhang('profile', 'new', 'Zhejiang').code).toBe(1);
  });

  test('list', () => {
    const { code, stdout } = duizhang('profile', 'list');
    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.split('\t')[0])).toEqual(expect.arrayContaining(['id', 'default', 'liaoning']));
  });

  test('test without samples is exit code 2', () => {
    expect(duizhang('profile', 'test', 'default')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('No sample was found; expected samples/default/<slug>/source.txt.') as string,
    });
  });
});

test.each(sampled(['.ts', '.mjs', '.js', '.cjs'], 1))(
  'a profile that is code (%s) is not run: exit code 3, what was met, what to do',
  async (ending) => {
    await mkdir(join(folder, 'profiles'));
    await writeFile(
      join(folder, `profiles/somewhere${ending}`),
      "import { writeFileSync } from 'node:fs';\nwriteFileSync('ran', '');\nexport default {};\n",
    );
    const { code, stdout, stderr } = duizhang('profile', 'list', '--profiles', 'profiles');
    expect([code, stdout, existsSync(join(folder, 'ran'))]).toEqual([3, '', false]);
    expect(stderr).toContain(`somewhere${ending}: is code, and a profile of a folder is data; it was not run. Write it as somewhere.json`);
  },
);

describe.runIf(existsSync('/dev/full'))('where stdout takes nothing', () => {
  const shell = (command: string) => spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
  const program = `${JSON.stringify(process.execPath)} ${JSON.stringify(MAIN)}`;

  test('a full disk is exit code 5 with a word about it', () => {
    const { status, stderr } = shell(`${program} --help > /dev/full`);
    expect([status, stderr]).toEqual([5, expect.stringMatching(/^Standard output cannot be written \(ENOSPC/) as string]);
  });

  test('a reader that stops early does not stop what is written to a folder', () => {
    const { status } = shell(
      `${program} extract ${JSON.stringify(join(import.meta.dirname, '../../samples/default/older-integers'))} --json --out early --quiet | true; exit \${PIPESTATUS[0]}`,
    );
    expect([status, existsSync(join(folder, 'early/facts.csv'))]).toEqual([0, true]);
  });
});
