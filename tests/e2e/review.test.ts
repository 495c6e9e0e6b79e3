import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { damageDocument } from '../generator/damage.ts';
import { sheetATable, writeBook } from '../generator/forms/sheets.ts';
import { blocksOf, generateFile, planDocument } from '../generator/generate.ts';
import { graveFindings, openBrowser } from '../support/browsing.ts';
import { CHROMIUM } from '../support/chromium.ts';

/** The review app in a real browser: a folder of damaged documents is brought to zero by the keyboard alone. */

const MAIN = resolve(import.meta.dirname, '../../dist/pipeline/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'duizhang-review-'));
const out = join(folder, 'out');

/** A name that would be markup, were it not escaped. */
const HOSTILE = `<img src=x onerror=hacked=1> & "q'.txt`;
const DIGIT = { kind: 'wrong-digit', rate: 0 } as const;

/** A file as it should be, the same with one digit wrong, and that digit's number before and after. */
function documents(): { name: string; right: Uint8Array; wrong: Uint8Array; before: string; after: string }[] {
  const printed = (
    [
      ['tabbed-budget', HOSTILE],
      ['pdf-ruled', 'ruled.pdf'],
    ] as const
  ).map(([dialect, name]) => {
    const { bytes, damaged } = generateFile({ dialect, seed: 7, damage: DIGIT });
    return { name, right: generateFile({ dialect, seed: 7 }).bytes, wrong: bytes, damaged };
  });
  const plan = planDocument('pdf-unruled', 3);
  const { document, damaged } = damageDocument(plan, { ...DIGIT, seed: 5 });
  const book = (of: typeof plan): Uint8Array => writeBook(sheetATable(blocksOf(of).blocks), 'xlsx');
  const all = [...printed, { name: 'book.xlsx', right: book(plan), wrong: book({ ...plan, ...document }), damaged }];
  return all.map(({ damaged: [spot], ...rest }) => ({ ...rest, before: spot?.before ?? '', after: spot?.after ?? '' }));
}

function extract(input: string, into: string): void {
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'extract', input, '--out', into, '--quiet'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`extract ended with ${status}: ${stderr}`);
}

type Fact = Record<string, string>;

/** What facts.csv says of numbers: where they stand, what they are about, and their value. */
function factsIn(of: string): string[] {
  const text = readFileSync(join(of, 'facts.csv'), 'utf8').replace(/^\ufeff/, '');
  const { data } = Papa.parse<Fact>(text, { header: true, skipEmptyLines: true });
  return data.map(({ document_id, fact_id, code, label, column_path, unit, value, value_yuan }) =>
    [document_id, fact_id, code, label, column_path, unit, value, value_yuan].join('|'),
  );
}

/** The program serves `out`; resolves with its address. */
function serve(): Promise<{ address: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [MAIN, 'review', out, '--no-open', '--lang', 'zh'], { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((done, fail) => {
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      const [address] = /http:\S+/.exec(said) ?? [];
      if (address) done({ address, child });
    });
    child.once('exit', (code) => fail(new Error(`review ended with ${code}`)));
  });
}

/** Waits for the answer to what the keys ask for. */
async function saving(page: Page, act: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await act();
  expect((await answer).status()).toBe(200);
  await page.waitForFunction('!document.querySelector(".status .grave")');
}

describe.skipIf(CHROMIUM === null)('the review app', () => {
  const files = documents();
  let browser: Browser;
  let page: Page;
  let server: Awaited<ReturnType<typeof serve>>;
  const errors: string[] = [];

  beforeAll(async () => {
    for (const which of ['right', 'wrong'] as const) {
      mkdirSync(join(folder, which));
      for (const file of files) writeFileSync(join(folder, which, file.name), file[which]);
    }
    extract(join(folder, 'right'), join(folder, 'truth'));
    extract(join(folder, 'wrong'), out);
    server = await serve();
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
  });

  afterAll(async () => {
    await browser?.close();
    server?.child.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test('shows the queue, and names of documents do nothing', async () => {
    expect(factsIn(out)).not.toEqual(factsIn(join(folder, 'truth')));
    await page.goto(server.address);
    await page.locator('.items [role=option]').first().waitFor();
    expect(await page.locator('.items [role=option]').count()).toBe(3);
    expect(await graveFindings(page)).toEqual([]);
  });

  test('an item shows its page, its equation, its table', async () => {
    await page.keyboard.press('Enter');
    await page.locator('.item-head').waitFor();
    await page.locator('.paper .of-item').first().waitFor();
    expect(await page.locator('.equation tfoot').first().innerText()).toContain('差额');
    await page.locator('.grid .selected').waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.keyboard.press('?');
    expect(await graveFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('selecting a number shows its place, and its place selects it', async () => {
    const shown = () => page.locator('.grid .selected').getAttribute('data-fact');
    const before = await shown();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const after = await shown();
    expect(after).not.toBe(before);
    await page.locator(`.paper .selected[data-fact="${after}"]`).waitFor();
    await page.locator(`.paper [data-fact="${before}"]`).first().click();
    await page.locator(`.grid .selected[data-fact="${before}"]`).waitFor();
    await page.keyboard.press('Escape');
  });

  test('the keyboard alone brings every document to nothing left, with undo on the way', async () => {
    // Proposals are taken in two documents; in the text the number is typed.
    for (let left = files.length; left > 0; left -= 1) {
      await page.locator('.item-head').waitFor();
      const isText = (await page.locator('header.app h1').getAttribute('title')) === HOSTILE;
      const typed = files.find(({ name }) => name === HOSTILE)?.before ?? '';
      await saving(page, async () => {
        await page.keyboard.press(isText ? 'e' : 'p');
        if (isText) await page.keyboard.type(typed);
        if (isText) await page.keyboard.press('Enter');
      });
      if (left === files.length) {
        await saving(page, () => page.keyboard.press('z'));
        await page.locator('.item-head').waitFor();
        await saving(page, () => page.keyboard.press('y'));
      }
      await page.locator('.about h1', { hasText: '没有剩下的项' }).waitFor();
      await page.keyboard.press('Enter');
    }
    await page.locator('.empty', { hasText: '没有待核对的项' }).waitFor();
  });

  test('extracted again, facts.csv is the truth', () => {
    extract(join(folder, 'wrong'), out);
    expect(factsIn(out)).toEqual(factsIn(join(folder, 'truth')));
  });

  test('the report of a document: nothing serious, no script of its own, fits a phone', async () => {
    const reports = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('report.html'));
    expect(reports).toHaveLength(3);
    for (const report of reports) {
      await page.goto(`file://${encodeURI(join(out, report))}`);
      expect(await page.evaluate('typeof hacked')).toBe('undefined');
    }
    expect(await graveFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  test('nothing of a document ran, and no script failed', async () => {
    await page.goto(server.address);
    expect(await page.evaluate('typeof hacked')).toBe('undefined');
    expect(errors).toEqual([]);
  });
});
