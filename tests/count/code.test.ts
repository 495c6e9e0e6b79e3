import { describe, expect, test } from 'vitest';
import { type CodeFile, fileCircles, folderCircles, readCode } from './code.ts';
import { circles } from './graph.ts';
import { roomProblems } from './rooms.ts';

const file = (path: string, text: string): CodeFile => readCode(path, text, 'extractors');

test('imports of every sort are followed, each once', () => {
  const text = `
    import type { A } from './a.ts';
    import { type B } from '../b.ts';
    import './side.ts';
    import zod from 'zod';
    export * from './all.ts';
    export { c } from './c.ts';
    export type { D } from './d.ts';
    const e = await import('./e.ts');
    type F = import('./f.ts').F;
    // import { no } from './no.ts';
    const text = "from './neither.ts'";
    import type { G } from './a.ts';
  `;
  expect(file('extractors/x/main.ts', text).imports).toEqual([
    'extractors/x/a.ts',
    'extractors/b.ts',
    'extractors/x/side.ts',
    'zod',
    'extractors/x/all.ts',
    'extractors/x/c.ts',
    'extractors/x/d.ts',
    'extractors/x/e.ts',
    'extractors/x/f.ts',
  ]);
});

test('assertions and casts: not `!==`, not `as const`, not those in strings', () => {
  const counted = file(
    'extractors/a.ts',
    `const a = b!.c!; if (a !== !d) e = f as G as H; const i = [1] as const; const j = "k! as L"; <M>n;`,
  );
  expect([counted.nonNull, counted.casts]).toEqual([2, 3]);
});

test('Chinese in regular expressions, strings and templates: not in comments, imports, or as an escape', () => {
  const text = [
    "import { a } from './a.ts'; // 合计",
    '/** 小计 */',
    "const total = /^合计$/, plain = /[\\u4e00-\\u9fff]/, mark = '注', dash = '—';",
    '',
    'const pattern = new RegExp(`^(?:总计|小计)$`), type = (x: "收入") => x;',
  ].join('\n');
  expect(file('extractors/a.ts', text).chinese).toEqual({ regexes: [3], strings: [3, 5, 5] });
});

test('branches belong to the function that holds them', () => {
  const text = `
export function outer(a: number): number {
  if (a) for (const b of c) d();
  const inner = (x: number) => x && (x || (x ?? 1));
  switch (a) { case 1: return 1; case 2: return 2; default: }
  try { while (a) {} } catch { do {} while (a); }
  return a ? 1 : 2;
}
class K { method() { return 1; } }
`;
  expect(file('extractors/a.ts', text).functions).toEqual([
    { name: 'outer', line: 2, lines: 7, branches: 8 },
    { name: 'inner', line: 4, lines: 1, branches: 3 },
    { name: 'method', line: 9, lines: 1, branches: 0 },
  ]);
});

test('circles, and what only leads to one', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', ['e']],
    ['e', ['d']],
    ['f', ['a']],
  ]);
  expect(circles(graph)).toEqual([
    ['d', 'e'],
    ['a', 'b', 'c'],
  ]);
});

test('a circle of types is one; a circle of folders needs none of files', () => {
  const files = [
    file('extractors/a/one.ts', `import type { X } from '../b/one.ts';`),
    file('extractors/a/two.ts', ''),
    file('extractors/b/one.ts', `export * from './two.ts';`),
    file('extractors/b/two.ts', `import type { Y } from '../a/two.ts';`),
  ];
  expect(fileCircles(files)).toEqual([]);
  expect(folderCircles(files)).toEqual([['extractors/a', 'extractors/b']]);
  expect(fileCircles([...files, file('extractors/a/two.ts', `import type { Z } from './one.ts';`)])).toHaveLength(1);
});

describe('sentences of folders', () => {
  const model = file('extractors/model/x.ts', '/** Room: nothing in, the types of the phases out; imports nothing. */');
  const room = (imports: string, text = ''): CodeFile =>
    file('extractors/room/index.ts', `/**\n * Room: words with their boxes in, grids of cells out;\n * ${imports}.\n */\n${text}`);

  test('a folder may import what it names', () => {
    expect(roomProblems([model, room('imports model', `import '../model/x.ts';`)])).toEqual([]);
    expect(roomProblems([model, room('imports nothing')])).toEqual([]);
  });

  test('and nothing else', () => {
    expect(roomProblems([model, room('imports nothing', `import '../model/x.ts';`)])).toEqual([
      'extractors/room imports extractors/model, which its sentence does not name',
    ]);
  });

  test('what it names is a folder', () => {
    expect(roomProblems([model, room('imports model and modle')])).toEqual(['extractors/room: imports "modle", which is no folder']);
  });

  test('a folder without a sentence, or with half of one, is told', () => {
    const silent = 'extractors/room does not say what enters, what leaves and what it imports';
    expect(roomProblems([file('extractors/room/index.ts', '/** Words in, grids out. */')])).toEqual([silent]);
    expect(roomProblems([file('extractors/room/index.ts', '/** imports nothing */')])).toEqual([silent]);
    expect(roomProblems([file('extractors/room/a.ts', ''), file('extractors/room/b.ts', '')])).toEqual([silent]);
  });
});
