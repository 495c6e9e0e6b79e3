import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isOfPdfjs } from '../../../../pipeline/run/pdf/pdf-rejections.ts';

const traced = (...frames: string[]): Error => Object.assign(new Error('x'), { stack: ['Error: x', ...frames].join('\n') });
const PDFJS = '    at Catalog.getPageDict (file:///a/node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs:1:2)';
const OURS = '    at Interpreter.run (file:///a/dist/extractors/readers/pdf/interpreter.js:3:4)';

describe('an error is of pdfjs', () => {
  test.each([
    ['where its innermost line is', traced(PDFJS, OURS), true],
    ['where only a built-in function is further in', traced('    at Array.push (<anonymous>)', PDFJS), true],
    ['not where pdfjs calls what fails', traced(OURS, PDFJS), false],
    ['not where it tells nothing', traced(), false],
    ['not where it is no error', 'pdfjs-dist', false],
  ])('%s', (_name, error, expected) => {
    expect(isOfPdfjs(error)).toBe(expected);
  });
});

test('what this program rejects unheard ends the process, also when pdfjs is loaded', () => {
  const access = pathToFileURL(join(import.meta.dirname, '../../../../dist/pipeline/run/pdf/pdf-access.js')).href;
  const script = `await (await import(${JSON.stringify(access)})).pdfAccess(); Promise.reject(new Error('ours')); setTimeout(() => process.exit(0), 50);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, expect.stringContaining('Error: ours')]);
});
