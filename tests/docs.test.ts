import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../pipeline/base/errors.ts';
import { buildProgram } from '../pipeline/cli/program.ts';
import { RECORDS } from '../schemas/records.ts';
import { RULES } from '../schemas/rules/index.ts';
import { codeFiles } from './count/code.ts';
import { roomProblems } from './count/rooms.ts';
import { glossaryPage, rulesPage } from './support/pages.ts';
import { blockNames, shownBlocks, withBlocks } from './support/readme.ts';

const ROOT = resolve(import.meta.dirname, '..');
const pagesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => (folder === '.' ? name : `${folder}/${name}`));
const DOCS = pagesIn('docs');
/** Pages written by hand; those of schemas/ are written from the code. */
const PAGES = [...pagesIn('.'), ...DOCS];
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

/** `npm run docs` runs this file with -u, which writes the pages; without it nothing is written. */
describe('pages written from the code are what "npm run docs" writes', () => {
  test('schemas/GLOSSARY.md', async () => {
    await expect(glossaryPage()).toMatchFileSnapshot('../schemas/GLOSSARY.md');
  });

  test('schemas/RULES.md', async () => {
    await expect(rulesPage()).toMatchFileSnapshot('../schemas/RULES.md');
  });

  describe('blocks', () => {
    const pages = PAGES.filter((name) => blockNames(read(name)).length > 0);
    let blocks: Record<string, string> = {};
    beforeAll(async () => {
      blocks = await shownBlocks();
    }, 120_000);

    test.each(pages)('of %s', async (name) => {
      await expect(withBlocks(read(name), blocks)).toMatchFileSnapshot(`../${name}`);
    });

    test('each stands once, on one page', () => {
      expect(pages.flatMap((name) => blockNames(read(name))).sort()).toEqual(Object.keys(blocks).sort());
    });
  });
});

describe('README.md answers in a minute', () => {
  test('it has at most 200 lines', () => {
    expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });

  test('it leads to every page of docs/, and each says at once what it answers', () => {
    expect(DOCS.filter((name) => !read('README.md').includes(`](${name})`))).toEqual([]);
    expect(DOCS.filter((name) => !/^# [^\n]+\n\nThis page answers [^\n]+\.\n\n/.test(read(name)))).toEqual([]);
  });

  test('figures that it gives are measured', () => {
    const figures = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
    const section = read('README.md')
      .split(/^## /m)
      .find((text) => text.startsWith('How good it is\n'))!;
    const measured = new Set(figures(read('docs/measurements.md')));
    expect(figures(section).length).toBeGreaterThan(10);
    expect(figures(section).filter((figure) => !measured.has(figure))).toEqual([]);
  });
});

/** Fenced blocks of a language; `heading` limits them to one section. */
function blocksOf(page: string, language: string, heading?: string): string[] {
  const text = heading === undefined ? page : (page.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? '');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map((match) => match[1]!);
}

/** Commands of a shell block: here-documents and comments left out, `&&` taken apart. */
function commandsOf(block: string): string[] {
  return block
    .replace(/<<'(\w+)'\n[\s\S]*?^\1$/gm, '')
    .split('\n')
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .flatMap((line) => line.split(/\s*&&\s*/))
    .filter((command) => command !== '');
}

const allCommands = PAGES.flatMap((name) =>
  blocksOf(read(name), 'sh')
    .flatMap(commandsOf)
    .map((command) => [name, command] as const),
);

/** What is wrong with the arguments of a `duizhang` call; empty when nothing is. */
function problemsOf(args: readonly string[]): string[] {
  let command: Command = buildProgram(() => undefined);
  let at = 0;
  for (; at < args.length; at++) {
    const next = command.commands.find((candidate) => candidate.name() === args[at]);
    if (!next) break;
    command = next;
  }
  if (at === 0 && !args[0]?.startsWith('--')) return [`no such command: ${args[0]}`];
  const known = new Set([...command.options.map(({ long }) => long), '--help', '--version']);
  return args.slice(at).filter((arg) => arg.startsWith('--') && !known.has(arg.split('=')[0]!));
}

describe('commands shown', () => {
  test('there are some on every page that shows how to use the program', () => {
    expect([...new Set(allCommands.map(([name]) => name))]).toEqual([
      'CONTRIBUTING.md',
      'README.md',
      'README.zh.md',
      'docs/dataset.md',
      'docs/review.md',
    ]);
  });

  test.each(allCommands)('%s: %s', (_name, command) => {
    const words = command.replace(/^(?:[A-Z_]+=\S+ )+/, '').split(/\s+/);
    if (words[0] === 'npm') {
      const script = words[1] === 'run' ? words.find((word, index) => index > 1 && !word.startsWith('-'))! : words[1]!;
      if (script === 'ci') expect(words).toHaveLength(2);
      else expect(Object.keys(scripts)).toContain(script);
      if (script === 'duizhang') expect(problemsOf(words.slice(words.indexOf('--') + 1))).toEqual([]);
    } else if (words[0] === 'npx') {
      expect(['vitest', 'biome', 'tsc', 'duizhang']).toContain(words[1]);
      for (const file of words.filter((word) => word.startsWith('tests/'))) expect(existsSync(join(ROOT, file)), file).toBe(true);
    } else if (words[0] === 'duizhang') {
      expect(problemsOf(words.slice(1))).toEqual([]);
    } else {
      expect(['cat', 'sed', 'mkdir', 'printf']).toContain(words[0]);
    }
  });
});

/** A page without what it shows as code, where brackets are no links and # starts no heading. */
const prose = (page: string): string => page.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '`');

/** Anchors of the headings of a page, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  return [...page.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('what the pages refer to exists', () => {
  test.each([...PAGES, ...pagesIn('schemas')])('%s', (name) => {
    const links = [...prose(read(name)).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map((match) => match[1]!);
    const wrong = links.filter((link) => {
      const [target, anchor] = link.split('#') as [string, string?];
      const file = target === '' ? join(ROOT, name) : resolve(ROOT, dirname(name), target);
      if (!existsSync(file)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).includes(anchor);
    });
    expect(wrong).toEqual([]);
  });

  test('SECURITY.md names a test for each promise', () => {
    const section = read('SECURITY.md')
      .split(/^## /m)
      .find((text) => text.startsWith('Promised\n'));
    const promises = (section ?? '').split('\n').filter((line) => /^\| (?!promise \|)/.test(line));
    expect(promises.length).toBeGreaterThan(6);
    expect(promises.filter((line) => !/\]\(tests\/[\w/-]+\.test\.ts\)/.test(line))).toEqual([]);
  });

  test('rules named on a page are rules', () => {
    const areas = [...new Set(Object.keys(RULES).map((id) => id.split('/')[0]))].join('|');
    const named = PAGES.flatMap((name) =>
      [...read(name).matchAll(new RegExp(`\`((?:${areas})/[a-z-]+)\``, 'g'))].map((match) => match[1]!),
    );
    expect(named.filter((id) => !(id in RULES))).toEqual([]);
  });

  test.each(['README.md', 'README.zh.md'])('%s names every output file', (name) => {
    const files = [...Object.keys(RECORDS), 'datapackage.json', 'run.json', 'disclosure.json', 'report.json', 'report.html'];
    expect(files.filter((file) => !read(name).includes(file))).toEqual([]);
  });

  test.each(['docs/output.md', 'README.zh.md'])('%s names every exit code', (name) => {
    expect(Object.values(EXIT).filter((code) => !read(name).includes(`| ${code} |`))).toEqual([]);
  });
});

/** A copy of the project in which commands of a page may write. */
function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'duizhang-docs-'));
  const names = ['schemas', 'extractors', 'pipeline', 'samples', 'tests', 'dist'];
  for (const name of [...names, 'package.json', 'tsconfig.json', 'biome.json', 'vitest.config.ts', 'README.md']) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** Runs shell blocks as a person would type them, not as children of a test run. @returns what they print. */
function runBlocks(blocks: readonly string[], folder: string): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|TEST|NODE_ENV|TINYPOOL|npm_)/.test(name)));
  return blocks
    .map((block) =>
      execFileSync('bash', ['-euo', 'pipefail', '-c', block], { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    )
    .join('');
}

describe('CONTRIBUTING.md: its commands do what the page says', () => {
  let copy = '';
  beforeAll(() => {
    copy = copyOfProject();
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test('a city in ten minutes', () => {
    const blocks = blocksOf(read('CONTRIBUTING.md'), 'sh', 'Add a city in ten minutes');
    expect(blocks.length).toBeGreaterThan(3);
    const output = runBlocks(blocks, copy);
    expect(output).toMatch(/^ok\tlinhe\/first$/m);
    expect(output).toMatch(/^linhe\t临禾市\tdefault\t/m);
    for (const file of ['expected.json', 'score.json']) expect(existsSync(join(copy, 'samples/linhe/first', file)), file).toBe(true);
  });

  test('a new reader and a new output', () => {
    const blocks = blocksOf(read('CONTRIBUTING.md'), 'sh', 'Architecture');
    expect(blocks).toHaveLength(2);
    const output = runBlocks(blocks, copy);
    expect(output).toMatch(/^succeeded\tsample\.ssv\t1 fact, 0 broken equations, 0 to review$/m);
    expect(output).toMatch(/^\d+: 注/m);
    // What the page adds is as the project wants its code: formatted, and every folder still imports what it says.
    execFileSync(
      process.execPath,
      ['node_modules/@biomejs/biome/bin/biome', 'check', '--vcs-enabled=false', 'extractors/readers', 'pipeline/publish'],
      {
        cwd: copy,
        stdio: 'pipe',
      },
    );
    expect(roomProblems(codeFiles(copy))).toEqual([]);
  });
});
