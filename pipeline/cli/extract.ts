import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PhaseName } from '../../extractors/model/stage.ts';
import type { Profile } from '../../schemas/profile.ts';
import { type Language, renderMessage } from '../../schemas/rules/index.ts';
import type { Run } from '../../schemas/run.ts';
import { EXIT, UserError } from '../base/errors.ts';
import { openRunLog } from '../base/log.ts';
import { counted } from '../base/shown/counted.ts';
import { printableJson, shown, shownJson } from '../base/shown/terminal.ts';
import { didYouMean } from '../base/suggest.ts';
import { runBatch } from '../run/batch/batch.ts';
import { type BatchOptions, planBatch } from '../run/batch/plan.ts';
import { findInputs } from '../run/inputs/inputs.ts';
import { readInput } from '../run/inputs/read-input.ts';
import { defaultJobs } from '../run/isolation/bounds.ts';
import type { Outcome } from '../run/outcome.ts';
import { loadProfiles } from '../run/profiles/load-profiles.ts';
import { documentsIn } from '../run/store/shard.ts';
import { openProgress } from './progress.ts';
import { plannedText, Summary } from './summary.ts';
import { goOnWithoutReader, print, say } from './talk.ts';

export interface ExtractFlags {
  out?: string | undefined;
  profile?: string | undefined;
  profiles?: string[] | undefined;
  jobs?: number | undefined;
  timeout?: number | undefined;
  memory?: number | undefined;
  dryRun?: boolean | undefined;
  overwrite?: boolean | undefined;
  limit?: number | undefined;
  only?: 'failed' | undefined;
  changed?: boolean | undefined;
  fresh?: boolean | undefined;
  until?: PhaseName | undefined;
  json?: boolean | undefined;
  strict?: boolean | undefined;
  applyProvedRepairs?: boolean | undefined;
  audit?: number | undefined;
  ocr?: boolean | undefined;
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

/** The documents that would be read, a line each. */
async function dryRun(options: BatchOptions): Promise<number> {
  const { read, keep, leave } = await planBatch(options);
  for (const { documentId, sourceFile } of read) print(`${documentId}\t${shown(sourceFile)}\n`);
  if (keep.length + leave.length > 0) say(plannedText(options.language ?? 'en', read.length, keep.length, leave.length));
  return EXIT.ok;
}

/** A line of JSON for each document: what the stage made of it. Nothing is written. */
async function dumpStage(paths: readonly string[], profiles: readonly Profile[], flags: ExtractFlags, stage: PhaseName): Promise<number> {
  const { extract, extractUntil } = await import('../run/isolation/isolated.ts');
  let exitCode: number = EXIT.ok;
  for (const input of (await findInputs(paths)).inputs) {
    const { documentId, sourceFile } = input;
    const { profile, lang: language, timeout, memory } = flags;
    const options = { documentId, sourceFile, profiles, profile, language, timeout, memory };
    const read = await readInput(input);
    if (!(read instanceof Uint8Array)) {
      const { ruleId, actual } = read.failure;
      say(`${shown(sourceFile)}: ${shown(renderMessage(ruleId, actual, '', flags.lang))}\n`);
      exitCode = EXIT.input;
      continue;
    }
    const dump = await extractUntil(read, options, stage);
    print(`${shownJson(dump)}\n`);
    // Whether there is a disclosure in it is known at the end only.
    const { report } = await extract(read, options);
    if (report.status !== 'failed') continue;
    exitCode = EXIT.input;
    say(`${shown(sourceFile)}: ${shown(report.reason)}\n`);
  }
  return exitCode;
}

const INTERRUPTS = ['SIGINT', 'SIGTERM'] as const;

/** Ends the batch after the documents in work; a second Ctrl-C ends the process at once. */
function listenForInterrupt(): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const onInterrupt = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  for (const name of INTERRUPTS) process.on(name, onInterrupt);
  const stop = (): void => {
    for (const name of INTERRUPTS) process.off(name, onInterrupt);
  };
  return { signal: controller.signal, stop };
}

async function runInterruptibly(options: BatchOptions): Promise<Run> {
  const interrupt = listenForInterrupt();
  try {
    return await runBatch({ ...options, signal: interrupt.signal });
  } finally {
    interrupt.stop();
  }
}

function sharedOptions(paths: readonly string[], profiles: readonly Profile[], flags: ExtractFlags): Omit<BatchOptions, 'out'> {
  const {
    profile,
    lang,
    memory,
    jobs = defaultJobs(memory),
    timeout,
    strict,
    limit,
    only,
    changed,
    fresh,
    applyProvedRepairs,
    audit,
    ocr,
  } = flags;
  const recognition = fresh ? 'never' : changed ? 'stamp' : 'content';
  return {
    paths,
    profiles,
    profile,
    language: lang,
    jobs,
    timeout,
    memory,
    strict,
    limit,
    only,
    recognition,
    applyProvedRepairs,
    audit,
    ocr,
  };
}

/** Documents of earlier runs whose folders lie in the output folder, though its CSV files know nothing of them. */
const othersIn = (out: string, seen: ReadonlySet<string>): string[] =>
  documentsIn(out).filter((id) => !seen.has(id) && existsSync(join(out, id)));

export async function extractCommand(paths: readonly string[], flags: ExtractFlags): Promise<number> {
  const { lang, json = false, quiet = false, limit, only } = flags;
  const out = flags.out ?? (json ? null : DEFAULT_OUT);
  const profiles = await loadProfiles(flags.profiles ?? []);
  checkProfileId(flags.profile, profiles);
  const shared = sharedOptions(paths, profiles, flags);
  if (flags.dryRun) return dryRun({ ...shared, out });
  if (flags.until !== undefined) return dumpStage(paths, profiles, flags, flags.until);
  if (out !== null) goOnWithoutReader();
  const summary = new Summary(lang, out, process.env.npm_lifecycle_event === undefined ? 'duizhang' : 'npm run -s duizhang --');
  const progress = openProgress(lang, !quiet && !json);
  const seen = new Set<string>();
  const onDocument = (outcome: Outcome): void => {
    progress.advance(outcome);
    summary.add(outcome);
    seen.add(outcome.record.document_id);
    if (outcome.json !== null) print(`${printableJson(outcome.json)}\n`);
  };
  try {
    const run = await runInterruptibly({
      ...shared,
      out,
      json,
      overwrite: flags.overwrite,
      openLog: openRunLog,
      onStart: progress.start,
      onDocument,
    });
    progress.stop();
    if (!quiet) say(summary.render(run, out === null || limit || only ? [] : othersIn(out, seen)));
    return run.exitCode;
  } finally {
    progress.stop();
  }
}

const COUNTS: Readonly<Record<Language, (facts: number, broken: number, review: number) => string>> = {
  en: (facts, broken, review) => `${counted(facts, 'fact')}, ${counted(broken, 'broken equation')}, ${review} to review`,
  zh: (facts, broken, review) => `${facts} 个数，${broken} 个等式不成立，${review} 项待核`,
};

export async function checkCommand(paths: readonly string[], flags: ExtractFlags): Promise<number> {
  const profiles = await loadProfiles(flags.profiles ?? []);
  checkProfileId(flags.profile, profiles);
  const onDocument = ({ record }: Outcome): void => {
    const { status, source_file, facts, equations_broken, review_items, reason } = record;
    const counts = COUNTS[flags.lang](facts, equations_broken, review_items);
    if (!flags.quiet) print(`${status}\t${shown(source_file)}\t${shown(reason) || counts}\n`);
  };
  return (await runInterruptibly({ ...sharedOptions(paths, profiles, flags), out: null, onDocument })).exitCode;
}
