import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, describe, expect, test } from 'vitest';
import { dumpPhase } from '../../extractors/extract.ts';
import type { Case } from '../../extractors/judgement/case.ts';
import { evaluate, type Verdict } from '../../extractors/judgement/evaluate.ts';
import { readSource } from '../../extractors/readers/index.ts';
import { ACCESS } from '../../pipeline/run/document/extract.ts';
import { CHROMIUM, renderedPage } from '../support/chromium.ts';
import { PROFILES, SAMPLES } from '../support/samples.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'duizhang-browser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = ({ evidence, ...verdict }: Verdict): string => JSON.stringify({ ...verdict, evidence: [...evidence] });

const ENTRY = `
import { evaluate } from ${JSON.stringify(join(ROOT, 'extractors/judgement/evaluate.ts'))};
const { evidence, ...verdict } = evaluate(JSON.parse(document.getElementById('case').textContent));
document.getElementById('verdict').textContent = encodeURIComponent(JSON.stringify({ ...verdict, evidence: [...evidence] }));
`;

/** A case as it stands on disk, judged by a page. */
async function judgedInBrowser(stated: Case): Promise<string> {
  const entry = join(folder, 'entry.js');
  writeFileSync(entry, ENTRY);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: false, lib: { entry, formats: ['iife'], name: 'page', fileName: () => 'page.js' } },
  });
  const data = JSON.stringify(stated).replaceAll('<', '\\u003c');
  const page = `<!doctype html><meta charset="utf-8"><script type="application/json" id="case">${data}</script><pre id="verdict"></pre>
<script>${readFileSync(join(folder, 'page.js'), 'utf8').replaceAll('</script', '<\\/script')}</script>`;
  writeFileSync(join(folder, 'page.html'), page);
  const [, verdict] = /<pre id="verdict">([^<]*)<\/pre>/.exec(renderedPage(join(folder, 'page.html'))) ?? [];
  return decodeURIComponent(verdict ?? '');
}

describe.skipIf(CHROMIUM === null)('the verdict needs no Node', () => {
  const sample = SAMPLES.find(({ slug }) => slug === 'layout-lost') ?? SAMPLES[0];

  test('a page judges a case from disk as the program does', async () => {
    if (!sample) throw new Error('no sample');
    const read = await readSource(readFileSync(join(sample.folder, sample.source)), ACCESS);
    if ('finding' in read) throw new Error(read.finding.ruleId);
    const stated = dumpPhase(read, { sourceFile: 'source', documentId: 'source', profiles: PROFILES }, 'reconcile').output as Case;
    expect(await judgedInBrowser(stated)).toBe(written(evaluate(stated)));
  });
});
