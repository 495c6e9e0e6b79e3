import { spawnSync } from 'node:child_process';

/** The browser of the system, by the names that distributions give it; null where there is none. */
export const CHROMIUM: string | null =
  ['chromium', 'chromium-browser', 'google-chrome'].find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0) ??
  null;

const LOADED_MILLISECONDS = '60000';

/** The document of a page once its scripts have run, as HTML. The page is a file. */
export function renderedPage(path: string): string {
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--allow-file-access-from-files', '--disable-dev-shm-usage'];
  const args = [...options, `--virtual-time-budget=${LOADED_MILLISECONDS}`, '--dump-dom', `file://${path}`];
  const { status, stdout, stderr } = spawnSync(CHROMIUM ?? '', args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`the browser ended with ${status}: ${stderr.slice(-500)}`);
  return stdout;
}
