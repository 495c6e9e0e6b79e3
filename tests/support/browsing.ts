import { spawnSync } from 'node:child_process';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM } from './chromium.ts';

/** A browser that is driven by keys and clicks, and what axe-core finds on its pages. */

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export function openBrowser(): Promise<Browser> {
  const executablePath = spawnSync('which', [CHROMIUM ?? ''], { encoding: 'utf8' }).stdout.trim();
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** What axe-core calls serious or critical on the page as it is shown now: its rules, each with what it is about. */
export async function graveFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations: { id: string; impact: string; nodes: { html: string }[] }[] = await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)',
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}
