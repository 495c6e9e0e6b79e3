import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tabs } from '../extractors/documents.ts';
import { ALL, sampled } from '../support/sample.ts';
import { UTF8_NAME, zip } from '../support/zip.ts';

/** Names as an unpacked archive or a stranger may have them, through the program as it is called. */

const MAIN = join(import.meta.dirname, '../../dist/pipeline/cli/main.js');
const BUDGET = tabs('青禾市水务局\n2026年部门预算\n\n支出预算总表\n单位：万元\n科目编码→科目名称→合计\n208→社会保障→12.00\n');
/** Everything that a terminal obeys, line feeds and tabs of the program's own apart. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

let folder: string;
const startAnew = (): void => {
  folder = mkdtempSync(join(tmpdir(), 'duizhang-names-'));
  mkdirSync(join(folder, 'in'));
};
beforeEach(startAnew);

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

function duizhang(args: readonly string[], input?: Uint8Array): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8', input: input ?? '' });
  return { code: status, stdout, stderr };
}

/** A path below the folder `in`, of any bytes. */
const inside = (...name: (string | number[])[]): Buffer =>
  Buffer.concat([Buffer.from(join(folder, 'in/')), ...name.map((part) => Buffer.from(part as string))]);

const linux = process.platform === 'linux';

const NAMES: readonly [string, (string | number[])[], string, string][] = [
  ['escape sequences', ['a\x1b[2J\x1b]0;x\x07b\x9b31m.txt'], 'a\\x1b[2J\\x1b]0;x\\x07b\\x9b31m.txt', 'a-2J-0-x-b-31m'],
  ['a line feed, a tab', ['a\nsucceeded\tb.txt'], 'a\\nsucceeded\\tb.txt', 'a-succeeded-b'],
  ['a turned direction', ['a\u202egpj\u2066.txt'], 'a\\u202egpj\\u2066.txt', 'a-gpj'],
  ['bytes that are no UTF-8', ['a', [0xff, 0xfe, 0xe9], '.txt'], 'a\\xff\\xfe\\xe9.txt', 'a-xff-xfe-xe9'],
  ['a leading dash', ['-rf.txt'], '-rf.txt', 'rf'],
  ['quotes and separators', ['"a\',;b.txt'], '"a\',;b.txt', 'a-b'],
  ['a formula', ['=1+1|cmd.txt'], '=1+1|cmd.txt', '1-1-cmd'],
  ['dots and blanks', ['a .. . .txt'], 'a .. . .txt', 'a'],
  ['a device of Windows', ['nul.txt'], 'nul.txt', 'nul-txt'],
  ['255 bytes', ['长'.repeat(83), 'xx.txt'], `${'长'.repeat(83)}xx.txt`, '长'.repeat(60)],
  ['255 bytes of four-byte characters', ['𠮷'.repeat(62), 'xxx.txt'], `${'𠮷'.repeat(62)}xxx.txt`, '𠮷'.repeat(45)],
];

describe.runIf(linux)('a document is read whatever it is called', () => {
  let checked: Ended;
  let extracted: Ended;
  let again: Ended;
  let out: string;
  let around: string[];
  beforeAll(() => {
    startAnew();
    for (const [, name] of NAMES) writeFileSync(inside(...name), BUDGET);
    checked = duizhang(['check', 'in']);
    extracted = duizhang(['extract', 'in', '--json', '--out', 'out']);
    again = duizhang(['extract', 'in', '--out', 'out']);
    out = join(folder, 'out');
    around = readdirSync(folder).sort();
  });

  test.each(NAMES)('%s', (_, _name, told, id) => {
    expect(checked.stdout.split('\n')).toContain(`succeeded\t${told}\t1 fact, 0 broken equations, 0 to review`);
    expect(extracted.stdout).toContain(`"documentId":"${id}"`);
    expect(existsSync(join(out, id, 'report.html'))).toBe(true);
  });

  test('nothing that a terminal obeys comes out, in the log and the journal neither', () => {
    expect([checked, extracted, again].map(({ code }) => code)).toEqual([0, 0, 0]);
    const log = readFileSync(join(out, 'run.log'), 'utf8');
    const journal = readFileSync(join(out, '.duizhang/journal.jsonl'), 'utf8');
    for (const text of [checked.stdout, checked.stderr, extracted.stdout, extracted.stderr, again.stderr, log, journal])
      expect(text).not.toMatch(CONTROL);
    for (const line of [...extracted.stdout.trimEnd().split('\n'), ...log.trimEnd().split('\n')])
      expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(checked.stdout.split('\n')).toHaveLength(NAMES.length + 1);
  });

  test('nothing stands outside the output folder, no cell is run, and the same names are the same documents', () => {
    expect(around).toEqual(['in', 'out']);
    expect(readFileSync(join(out, 'documents.csv'), 'utf8')).not.toMatch(/(?:^|,|\n)"?[=+\-@]/);
    expect(again.stderr).toContain(`${NAMES.length} of them are unchanged`);
  });

  test.runIf(ALL)('one that is named on the command line, where its bytes are lost, and one of a list', () => {
    const name = inside('a', [0xff, 0xe9], '.txt');
    writeFileSync(name, BUDGET);
    const told = 'succeeded\ta\\xff\\xe9.txt\t1 fact, 0 broken equations, 0 to review\n';
    expect(duizhang(['check', 'in/a\ufffd\ufffd.txt'])).toEqual({ code: 0, stdout: told, stderr: '' });
    expect(duizhang(['check', '-'], Buffer.concat([name, Buffer.from('\0')]))).toEqual({ code: 0, stdout: told, stderr: '' });
    expect(duizhang(['check', 'in/b\ufffd.txt']).code).toBe(2);
  });

  test.runIf(ALL)('members of archives', () => {
    writeFileSync(
      inside('a\x1b.zip'),
      zip([
        { name: 'x\x1b[31m\u202e\x85\n.txt', content: BUDGET, flags: UTF8_NAME },
        { name: '../\x1b].txt', content: BUDGET },
      ]),
    );
    const { code, stdout, stderr } = duizhang(['extract', 'in', '--json']);
    expect([code, CONTROL.test(stdout), CONTROL.test(stderr)]).toEqual([2, false, false]);
    expect(duizhang(['check', 'in']).stdout.split('\n')).toEqual([
      'failed\ta\\x1b.zip/__/_].txt\tThe path inside the archive leads out of it: ../\\x1b].txt.',
      'succeeded\ta\\x1b.zip/x_[31m\\u202e\\x85_.txt\t1 fact, 0 broken equations, 0 to review',
      '',
    ]);
  });
});

describe('what the program says of names that do not exist', () => {
  const COMMANDS: readonly (readonly [what: string, args: string[], code: number])[] = [
    ['a path', ['check', 'no\x1b[2J\nne.txt'], 2],
    ['a folder of profiles', ['profile', 'list', '--profiles', 'no\x1b]0;x\x07'], 3],
    ['a profile', ['check', 'in', '--profile', '\x1b[2J'], 3],
    ['an output folder', ['query', 'SELECT 1', '--out', '\x9b2J\u202e'], 2],
    ['a rule', ['explain', '\x1b[2J'], 1],
    ['an option', ['check', 'in', '--\x1b[2J'], 1],
    ['SQL', ['query', "SELECT '\x1b[2J", '--out', 'in'], 2],
  ];
  test.each(sampled(COMMANDS, 3))('%s', (_, args, code) => {
    const ended = duizhang(args);
    expect([ended.code, ended.stdout, CONTROL.test(ended.stderr), ended.stderr.length > 20]).toEqual([code, '', false, true]);
  });
});

/** Inputs that are no documents, and the line that is said of each. */
const ODD: readonly [string, () => void, string][] = [
  [
    'an empty archive',
    () => writeFileSync(inside('e.zip'), zip([])),
    'failed\te.zip\tThe archive holds no document that can be read; files in it: 0.',
  ],
  [
    'an archive of folders',
    () => writeFileSync(inside('f.zip'), zip([{ name: 'a/' }])),
    'failed\tf.zip\tThe archive holds no document that can be read; files in it: 0.',
  ],
  [
    'an archive in an archive',
    () => writeFileSync(inside('n.zip'), zip([{ name: 'i.zip', content: zip([]) }])),
    'failed\tn.zip/i.zip\tThere is an archive in the archive: i.zip.',
  ],
  [
    'members of one name',
    () =>
      writeFileSync(
        inside('d.zip'),
        zip([
          { name: 'a.txt', content: BUDGET },
          { name: 'a.txt', content: '' },
        ]),
      ),
    'succeeded\td.zip/a.txt\t1 fact, 0 broken equations, 0 to review\nfailed\td.zip/a.txt\tThe file is empty (0 bytes).',
  ],
  ['a pipe', () => spawnSync('mkfifo', [inside('p.txt').toString()]), 'failed\tp.txt\tThe file cannot be read: a pipe, not a file.'],
  [
    'a pipe for an archive',
    () => spawnSync('mkfifo', [inside('q.zip').toString()]),
    'failed\tq.zip\tThe file cannot be read: a pipe, not a file.',
  ],
  ['a device', () => symlinkSync('/dev/zero', inside('z.pdf')), 'failed\tz.pdf\tThe file cannot be read: a device, not a file.'],
  [
    'a link to itself',
    () => symlinkSync('l.txt', inside('l.txt')),
    'failed\tl.txt\tThe file cannot be read: ELOOP: too many symbolic links encountered.',
  ],
  [
    'a report of the program',
    () => writeFileSync(inside('report.html'), '<!doctype html>\n<html><head><meta name="generator" content="duizhang">'),
    'failed\treport.html\tThe file is a report that this program wrote, not a disclosure.',
  ],
];

describe.runIf(linux)('what is no document does not hang and says what it is', () => {
  let checked: Ended;
  beforeAll(() => {
    startAnew();
    for (const [, make] of ODD) make();
    checked = duizhang(['check', 'in']);
  });

  test.each(ODD)('%s', (_, _make, told) => {
    expect([checked.code, checked.stderr]).toEqual([2, '']);
    expect(checked.stdout).toContain(`${told}\n`);
  });

  test.each(sampled(['e.zip', 'p.txt', 'q.zip'], 1))('%s, alone and by its name: exit code 2', (name) => {
    const told = ODD.find(([, , line]) => line.includes(`\t${name}\t`))?.[1];
    told?.();
    expect(duizhang(['check', `in/${name}`])).toMatchObject({ code: 2, stdout: expect.stringMatching(`^failed\t${name}\t`) as string });
  });

  test('a link to a folder above is no circle', () => {
    writeFileSync(inside('a.txt'), BUDGET);
    symlinkSync('..', inside('up'));
    expect(duizhang(['check', 'in']).stdout).toBe('succeeded\ta.txt\t1 fact, 0 broken equations, 0 to review\n');
  });

  test('inspect does not wait for a pipe', () => {
    spawnSync('mkfifo', [inside('p.pdf').toString()]);
    expect(duizhang(['inspect', 'in/p.pdf', '--page', '1'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'in/p.pdf: The file cannot be read: a pipe, not a file.\n',
    });
  });
});
