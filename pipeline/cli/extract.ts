import { readFile } from 'node:fs/promises';
import type { Profile } from '../../schemas/profile.ts';
import type { Language } from '../../schemas/rules.ts';
import { type BatchOptions, type Outcome, runBatch } from '../batch.ts';
import { EXIT, UserError } from '../errors.ts';
import { findInputs } from '../inputs.ts';
import { defaultJobs } from '../jobs.ts';
import { loadProfiles } from '../load-profiles.ts';
import { openRunLog } from '../log.ts';
import { didYouMean } from '../suggest.ts';
import { openProgress } from './progress.ts';
import { Summary } from './summary.ts';

export interface ExtractFlags {
  out?: string | undefined;
  profile?: string | undefined;
  profiles?: string[] | undefined;
  jobs?: number | undefined;
  timeout?: number | undefined;
  dryRun?: boolean | undefined;
  overwrite?: boolean | undefined;
  until?: string | undefined;
  json?: boolean | undefined;
  strict?: boolean | undefined;
  applyProvedRepairs?: boolean | undefined;
  audit?: number | undefined;
  lang: Language;
  quiet?: boolean | undefined;
}

const DEFAULT_OUT = 'out';

function checkProfileId(id: string | undefined, profiles: readonly Profile[]): void {
  const ids = profiles.map((profile) => profile.id);
  if (id === undefined || ids.includes(id)) return;
  const meant = didYouMean(id, ids);
  throw new UserError(EXIT.profile, {
    en: `--profile ${id}: there is no such profile; known: ${ids.join(', ')}.${meant ? ` Did you mean "${meant}"?` : ''}`,
    zh: `--profile ${id}：没有这个配置；已有：${ids.join('、')}。${meant ? `是否指“${meant}”？` : ''}`,
  });
}

async function dryRun(paths: readonly string[], out: string | null): Promise<number> {
  for (const { documentId, sourceFile } of await findInputs(paths, out === null ? [] : [out])) {
    process.stdout.write(`${documentId}\t${sourceFile}\n`);
  }
  return EXIT.ok;
}

/** A line of JSON for each document: what the stage made of it. Nothing is written. */
async function dumpStage(paths: readonly string[], profiles: readonly Profile[], flags: ExtractFlags, stage: string): Promise<number> {
  const { extractUntil } = await import('../run.ts');
  let exitCode: number = EXIT.ok;
  for (const { documentId, sourceFile, path } of await findInputs(paths)) {
    const options = { documentId, sourceFile, profiles, profile: flags.profile, language: flags.lang };
    const dump = await extractUntil(await readFile(path), options, stage);
    if (dump.output === null) exitCode = EXIT.input;
    // Equation states are a Map, amounts inside the solver are BigInt; both have a plain form.
    const plain = (_: string, value: unknown): unknown =>
      value instanceof Map ? Object.fromEntries(value) : typeof value === 'bigint' ? value.toString() : value;
    process.stdout.write(`${JSON.stringify(dump, plain)}\n`);
  }
  return exitCode;
}

/** Ends the batch after the document in work; a second Ctrl-C ends the process at once. */
function listenForInterrupt(): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const onInterrupt = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on('SIGINT', onInterrupt);
  return { signal: controller.signal, stop: () => void process.off('SIGINT', onInterrupt) };
}

async function runInterruptibly(options: BatchOptions): Promise<number> {
  const interrupt = listenForInterrupt();
  try {
    return (await runBatch({ ...options, signal: interrupt.signal })).exitCode;
  } finally {
    interrupt.stop();
  }
}

function sharedOptions(paths: readonly string[], profiles: readonly Profile[], flags: ExtractFlags): Omit<BatchOptions, 'out'> {
  const { profile, lang, jobs = defaultJobs(), timeout, strict, applyProvedRepairs, audit } = flags;
  return { paths, profiles, profile, language: lang, jobs, timeout, strict, applyProvedRepairs, audit };
}

export async function extractCommand(paths: readonly string[], flags: ExtractFlags): Promise<number> {
  const { lang, json = false, quiet = false } = flags;
  const out = flags.out ?? (json ? null : DEFAULT_OUT);
  const profiles = await loadProfiles(flags.profiles ?? []);
  checkProfileId(flags.profile, profiles);
  if (flags.dryRun) return dryRun(paths, out);
  if (flags.until !== undefined) return dumpStage(paths, profiles, flags, flags.until);
  const summary = new Summary(lang, out, process.env.npm_lifecycle_event === undefined ? 'duizhang' : 'npm run -s duizhang --');
  const progress = openProgress(!quiet);
  const onDocument = (outcome: Outcome): void => {
    progress.advance();
    summary.add(outcome);
    if (outcome.json !== null) process.stdout.write(`${outcome.json}\n`);
  };
  try {
    const exitCode = await runInterruptibly({
      ...sharedOptions(paths, profiles, flags),
      out,
      json,
      overwrite: flags.overwrite,
      openLog: openRunLog,
      onStart: progress.start,
      onDocument,
    });
    progress.stop();
    if (!quiet) process.stderr.write(summary.render(exitCode));
    return exitCode;
  } finally {
    progress.stop();
  }
}

export async function checkCommand(paths: readonly string[], flags: ExtractFlags): Promise<number> {
  const profiles = await loadProfiles(flags.profiles ?? []);
  checkProfileId(flags.profile, profiles);
  const onDocument = ({ record }: Outcome): void => {
    const { status, source_file, facts, equations_broken, review_items, reason } = record;
    const counts = `${facts} facts, ${equations_broken} broken equations, ${review_items} to review`;
    if (!flags.quiet) process.stdout.write(`${status}\t${source_file}\t${reason || counts}\n`);
  };
  return runInterruptibly({ ...sharedOptions(paths, profiles, flags), out: null, onDocument });
}
