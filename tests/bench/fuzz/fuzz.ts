import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { extractFolder, isDocumented, longestGap, type Result, resultsIn } from '../../support/program.ts';
import { MB, printTable } from '../table.ts';
import { Verdict } from '../verdict.ts';
import type { Base } from './bases.ts';
import type { SilentChange } from './compare.ts';
import { FORMS, type Form } from './forms.ts';
import { killAndResume } from './kills.ts';
import { idOf, type Mutant, mutantOf } from './mutants.ts';
import { Tally } from './tally.ts';

/*
 * Damaged documents through the command line program, as a user runs it. `npm run bench:fuzz -- --help` lists the options.
 */

const HELP = `npm run bench:fuzz -- [options]
  --count N       mutants in all (2000), shared out among the forms
  --form NAME     only this form (may be repeated): ${FORMS.map(({ name }) => name).join(', ')}
  --seed S        another seed, other mutants (1)
  --only ID       only this mutant, such as pdf-00017 (may be repeated)
  --keep FOLDER   write the mutants and what they were made of into this folder
  --timeout T     seconds that a document may take (60)
  --chunk N       documents of one run of the program (100)
  --kills N       also: all of it as one batch, killed so many times and resumed (0)
  --no-hostile    leave out the files of ../shared/corpus/hostile there
`;

const COUNT = 2000;
const PEAK_MB = 1200;
/** Of all mutants so many must still give a number. */
const FACTS_SHARE = 0.5;
const SHOWN = 10;
const TWO_WORKERS = '2';

const { values: given } = parseArgs({
  options: {
    count: { type: 'string', default: String(COUNT) },
    form: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true },
    keep: { type: 'string' },
    timeout: { type: 'string', default: '60' },
    chunk: { type: 'string', default: '100' },
    kills: { type: 'string', default: '0' },
    hostile: { type: 'boolean', default: true },
    help: { type: 'boolean', default: false },
  },
  allowNegative: true,
});

const root = resolve(process.cwd());
const main = join(root, 'dist/pipeline/cli/main.js');
const seed = Number(given.seed);
const timeout = Number(given.timeout);
const scratch = mkdtempSync(join(tmpdir(), 'duizhang-fuzz-'));
const verdict = new Verdict();
const badEnds: string[] = [];
const hangs: string[] = [];
const args = ['--jobs', TWO_WORKERS, '--timeout', String(timeout)];

interface Plan {
  form: Form;
  numbers: number[];
}

function plans(): Plan[] {
  const only = given.only;
  const isWanted = ({ name }: Form): boolean =>
    only ? only.some((id) => id.startsWith(`${name}-`)) : (given.form?.includes(name) ?? true);
  const forms = FORMS.filter(isWanted);
  const shares = forms.reduce((sum, { share }) => sum + share, 0);
  return forms.map((form) => {
    const count = Math.round((Number(given.count) * form.share) / shares);
    const all = Array.from({ length: only ? 100_000 : count }, (_, i) => i);
    return { form, numbers: only ? all.filter((number) => only.includes(idOf(form.name, number))) : all };
  });
}

function write(folder: string, file: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), bytes);
}

/** One run of the program over these files, and what each gave. */
async function runOver(tally: Tally, name: string, files: readonly { file: string; bytes: Uint8Array }[]): Promise<Map<string, Result>> {
  const [input, out] = [join(scratch, 'in'), join(scratch, 'out')];
  for (const { file, bytes } of files) write(input, file, bytes);
  const start = performance.now();
  // An archive counts for its members.
  const ran = await extractFolder(main, input, out, args, 60 + timeout * files.length * 2);
  tally.ran(ran, longestGap(out), (performance.now() - start) / 1000);
  if (ran.hung) hangs.push(name);
  else if (!isDocumented(ran)) badEnds.push(`${name}: exit ${ran.status ?? ran.signal} ${ran.stderr.trim().slice(-500)}`);
  const results = resultsIn(out);
  for (const folder of [input, out]) rmSync(folder, { recursive: true, force: true });
  return results;
}

const fileOf = ({ name, ending }: Base): string => `${name}.${ending}`;

function keep(mutant: Mutant): void {
  if (!given.keep) return;
  write(given.keep, mutant.file, mutant.bytes);
  write(given.keep, `${mutant.id}-base.${mutant.base.ending}`, mutant.base.bytes);
}

const NO_RESULT: Result = { documents: [], facts: [], flagged: new Set(), findings: [] };

async function runForm({ form, numbers }: Plan): Promise<Tally> {
  const tally = new Tally(form.name);
  const bases = form.bases(root);
  const made = (some: readonly number[]): Mutant[] => some.map((number) => mutantOf(seed, form, bases, number));
  const wanted = given.only ? bases.filter((base) => made(numbers).some((mutant) => mutant.base === base)) : bases;
  const undamaged = wanted.map((base) => ({ file: fileOf(base), bytes: base.bytes }));
  const sound = await runOver(new Tally(form.name), `${form.name}: the undamaged documents`, undamaged);
  const size = Number(given.chunk);
  for (let i = 0; i < numbers.length; i += size) {
    const mutants = made(numbers.slice(i, i + size));
    for (const mutant of mutants) keep(mutant);
    const results = await runOver(tally, `${mutants[0]?.id} to ${mutants.at(-1)?.id}`, mutants);
    for (const mutant of mutants) {
      tally.add(mutant, results.get(mutant.file), sound.get(fileOf(mutant.base)) ?? NO_RESULT);
      if (given.only) verdict.note(`${mutant.id}: ${mutant.mutator} of ${mutant.base.name}`);
    }
    process.stderr.write(`${form.name}: ${Math.min(i + size, numbers.length)} of ${numbers.length}\n`);
  }
  return tally;
}

function* allMutants(): Generator<Mutant> {
  for (const { form, numbers } of plans()) {
    const bases = form.bases(root);
    for (const number of numbers) yield mutantOf(seed, form, bases, number);
  }
}

const HEAD = [
  '',
  'mutants',
  'with facts',
  'refused',
  'partial',
  'values compared',
  'changed: touched',
  'flagged',
  'silent',
  'peak MB',
  'longest gap s',
  'wall s',
];

function row(tally: Tally): string[] {
  const { form, mutants, withFacts, refused, partial, compared, touched, flagged, silent, peak, slowest, seconds } = tally;
  const counts = [mutants, withFacts, refused, partial, compared, touched, flagged, silent.length].map(String);
  return [form, ...counts, (peak / MB).toFixed(0), slowest.toFixed(1), seconds.toFixed(0)];
}

function none(what: string, list: readonly string[]): void {
  verdict.atMost(what, list.length, 0);
  for (const line of list.slice(0, SHOWN)) verdict.note(line);
  if (list.length > SHOWN) verdict.note(`and ${list.length - SHOWN} more`);
}

/** A line for each mutant: the first of its changes. */
function shown(silent: readonly SilentChange[]): string[] {
  return [...new Set(silent.map(({ id }) => id))].flatMap((id) => {
    const [first, ...others] = silent.filter((change) => change.id === id);
    if (!first) return [];
    const { mutator, base, now, state, confidence, place } = first;
    return [
      `${id} ${mutator}: ${base || 'empty'} → ${now}, ${state}, ${confidence}: ${place}${others.length > 0 ? ` (and ${others.length} more)` : ''}`,
    ];
  });
}

function judge(tallies: readonly Tally[]): void {
  const total = tallies.reduce((sum, { mutants }) => sum + mutants, 0);
  const withFacts = tallies.reduce((sum, tally) => sum + tally.withFacts, 0);
  none('runs that did not end with a documented exit code', badEnds);
  none(
    'mutants without a result',
    tallies.flatMap(({ withoutResult }) => withoutResult),
  );
  none(
    'findings of internal errors',
    tallies.flatMap(({ internal }) => internal),
  );
  none('runs that did not end', hangs);
  const late = tallies.flatMap(({ timedOut }) => timedOut);
  verdict.note(`documents ended by their limit of ${timeout} s: ${late.length} ${late.slice(0, SHOWN).join(', ')}`);
  verdict.atMost('peak memory of all processes with two workers, MB', Math.max(0, ...tallies.map(({ peak }) => peak)) / MB, PEAK_MB);
  verdict.atLeast('share of the mutants that give facts', withFacts / total, FACTS_SHARE);
  const silent = tallies.flatMap((tally) => tally.silent);
  verdict.atMost('values that changed in silence', silent.length, 0);
  for (const line of shown(silent).slice(0, SHOWN)) verdict.note(line);
}

function reasonRows(tallies: readonly Tally[]): string[][] {
  return tallies.flatMap(({ form, reasons }) =>
    [...reasons].sort((a, b) => b[1] - a[1]).map(([rule, count]) => [form, rule, String(count)]),
  );
}

async function run(): Promise<void> {
  process.stdout.write(
    `Seed ${seed}. A mutant again: npm run bench:fuzz -- --seed ${seed} --only ID --keep FOLDER. Node ${process.version}.\n`,
  );
  const tallies: Tally[] = [];
  for (const plan of plans()) {
    const tally = await runForm(plan);
    tallies.push(tally);
    printTable(tally.form, HEAD, [row(tally)]);
  }
  if (tallies.length > 1) printTable('damaged documents', HEAD, tallies.map(row));
  printTable('why they were refused', ['form', 'rule', 'mutants'], reasonRows(tallies));
  judge(tallies);
  const kills = Number(given.kills);
  if (kills > 0) await killAndResume({ main, args, scratch, kills, seed, timeout, root, hostile: given.hostile }, allMutants(), verdict);
}

if (given.help) process.stdout.write(HELP);
else {
  try {
    await run();
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  process.exitCode = verdict.exitCode;
}
