import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DISCOVERED, IDENTITIES } from '../extractors/proof/identities/index.ts';
import { RULES } from '../schemas/rules/index.ts';
import { type CodeFile, codeFiles, fileCircles, filesBelow, folderCircles, LAYERS, type Layer } from './count/code.ts';
import { roomProblems } from './count/rooms.ts';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCES = codeFiles(ROOT);
const below = (folder: string): string[] => filesBelow(ROOT, folder);
const inLayer = (layer: Layer): CodeFile[] => SOURCES.filter((source) => source.layer === layer);

/** Block comments and comment lines; strings stay. */
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

describe('imports run one way: schemas ← extractors ← pipeline', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const packages: Record<Layer, string[]> = {
    schemas: ['zod', 'decimal.js'],
    extractors: ['decimal.js', 'entities', 'fflate', 'papaparse', 'parse5', 'saxes'],
    pipeline: Object.keys(manifest.dependencies),
  };
  const isAllowed = (layer: Layer, name: string): boolean => {
    const reached = LAYERS.slice(0, LAYERS.indexOf(layer) + 1);
    if (reached.some((folder) => name.startsWith(`${folder}/`) && name.endsWith('.ts'))) return true;
    if (layer === 'pipeline' && name.startsWith('node:')) return true;
    return packages[layer].some((known) => name === known || name.startsWith(`${known}/`));
  };

  test.each(LAYERS)('%s', (layer) => {
    const sources = inLayer(layer);
    expect(sources.length).toBeGreaterThan(10);
    const wrong = sources.flatMap(({ path, imports }) =>
      imports.filter((name) => !isAllowed(layer, name)).map((name) => `${path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('packages', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const importing = (text: string, name: string): boolean =>
    new RegExp(`(?:from|import\\(|import|require\\()\\s*['"]${name.replaceAll('.', '\\.')}(?:/[^'"]*)?['"]`).test(text);
  const testing = [...below('tests').filter((path) => path.endsWith('.ts')), 'vitest.config.ts'].map((path) =>
    readFileSync(join(ROOT, path), 'utf8'),
  );

  test('each that users install is imported by the program', () => {
    expect(Object.keys(dependencies).filter((name) => !SOURCES.some(({ text }) => importing(text, name)))).toEqual([]);
  });

  test('each for development is imported by tests, run by a script, or the types of another', () => {
    const scripts = readFileSync(join(ROOT, 'package.json'), 'utf8');
    const isRun: Record<string, RegExp> = { '@biomejs/biome': /biome ci/, typescript: /\btsc -p/, '@types/node': /"node":/ };
    const unused = Object.keys(devDependencies).filter((name) => {
      if (isRun[name]?.test(scripts) || name.replace('@types/', '') in dependencies) return false;
      return !testing.some((text) => importing(text, name));
    });
    expect(unused).toEqual([]);
  });
});

describe('no circles, types included', () => {
  test('of files', () => expect(fileCircles(SOURCES)).toEqual([]));
  test('of folders', () => expect(folderCircles(SOURCES)).toEqual([]));
});

describe('folders', () => {
  test('none holds more than a dozen loose files', () => {
    const loose = new Map<string, number>();
    for (const { path } of SOURCES) loose.set(dirname(path), (loose.get(dirname(path)) ?? 0) + 1);
    expect([...loose].filter(([, count]) => count > 12)).toEqual([]);
  });

  test('each says what enters, what leaves and what it imports, and imports nothing else', () => {
    expect(roomProblems(SOURCES)).toEqual([]);
  });
});

test('schemas and extractors touch neither clock, chance, network, process nor console', () => {
  const effects =
    /\bDate\s*[.(]|\bnew Date\b|\bperformance\s*\.|\bMath\s*\.\s*random\b|\bfetch\s*\(|\bprocess\s*\.|\bconsole\s*\.|\bglobalThis\b|\bset(?:Timeout|Interval|Immediate)\s*\(|\brequire\s*\(|\bcrypto\s*\.|\bimport\s*\(/;
  const wrong = SOURCES.filter(({ layer }) => layer !== 'pipeline').flatMap(({ path, text }) => {
    const met = effects.exec(withoutComments(text));
    return met ? [`${path}: ${met[0]}`] : [];
  });
  expect(wrong).toEqual([]);
});

describe('words of the documents stand in the lexicon', () => {
  /** Folders whose code asks schemas/lexicon by meaning, with those below them; a further one is added when it holds no words any more. */
  const CLEAN = ['extractors/document', 'extractors/model', 'extractors/prose'];

  test.each(CLEAN)('%s holds none', (folder) => {
    const sources = SOURCES.filter(({ path }) => path.startsWith(`${folder}/`));
    expect(sources.length).toBeGreaterThan(0);
    const lines = sources.flatMap(({ path, chinese }) => [...chinese.regexes, ...chinese.strings].map((line) => `${path}:${line}`));
    expect(lines).toEqual([]);
  });
});

describe('files', () => {
  /** Longer than 400 lines, and why. */
  const LONG: Record<string, string> = { 'schemas/rules/index.ts': 'a table of messages' };

  test('none is longer than 400 lines', () => {
    const long = SOURCES.filter(({ path, text }) => !(path in LONG) && text.trimEnd().split('\n').length > 400).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  test('names are kebab-case', () => {
    const wrong = [...LAYERS, 'tests'].flatMap(below).filter((path) => {
      const name = basename(path);
      return extname(name) === '.ts' && !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test)?\.ts$/.test(name);
    });
    expect(wrong).toEqual([]);
  });

  test('folders at the top are those of the layout', () => {
    // What a user keeps or makes beside the code is no part of it.
    const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n');
    const folders = [...new Set(tracked.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''))]
      .filter((name) => !name.startsWith('.'))
      .sort();
    expect(folders).toEqual(['docs', 'extractors', 'pipeline', 'samples', 'schemas', 'tests']);
  });

  test('nothing is left open in code or pages', () => {
    const open = new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b|\\b(?:it|test|describe)\\.(?:only|todo)\\(`);
    const pages = readdirSync(ROOT).filter((name) => name.endsWith('.md'));
    const code = [...LAYERS, 'tests'].flatMap(below).filter((path) => path.endsWith('.ts'));
    expect([...pages, ...code].filter((path) => open.test(readFileSync(join(ROOT, path), 'utf8')))).toEqual([]);
  });
});

test('profiles are found by walking their folder: no code imports one', () => {
  const wrong = SOURCES.flatMap(({ path, imports }) =>
    imports.filter((name) => /^extractors\/profiles\/(?!identify\.ts$)/.test(name)).map((name) => `${path} → ${name}`),
  );
  expect(wrong).toEqual([]);
});

describe('identities', () => {
  const all = [...IDENTITIES, ...DISCOVERED];
  const declaring = inLayer('extractors').filter(
    ({ path, text }) => path.startsWith('extractors/proof/identities/') && /^export const \w+: Identity = /m.test(text),
  );

  test('every file that declares one is registered in its index.ts', () => {
    const index = SOURCES.find(({ path }) => path === 'extractors/proof/identities/index.ts')!;
    expect(declaring.map(({ path }) => path).filter((path) => !index.imports.includes(path))).toEqual([]);
    expect(all).toHaveLength(declaring.length);
  });

  test('its id is the name of its file', () => {
    expect(all.map(({ id }) => id).sort()).toEqual(declaring.map(({ path }) => basename(path, '.ts')).sort());
  });
});

describe('rules', () => {
  const areas = [...new Set(Object.keys(RULES).map((id) => id.split('/')[0]))].join('|');
  const literal = new RegExp(`'((?:${areas})/[a-z][a-z-]*)'`, 'g');
  const used = new Map<string, string>();
  for (const { path, text } of SOURCES) {
    if (path === 'schemas/rules/index.ts') continue;
    for (const [, id] of withoutComments(text).matchAll(literal)) used.set(id!, path);
  }

  test('every rule that code names exists', () => {
    expect([...used].filter(([id]) => !(id in RULES)).map(([id, path]) => `${path}: ${id}`)).toEqual([]);
  });

  test('every rule is named by code', () => {
    expect(Object.keys(RULES).filter((id) => !used.has(id))).toEqual([]);
  });
});
