/**
 * Arguments in, an exit code out, data on stdout and talk on stderr; imports schemas, extractors, base, dataset, decisions, ending,
 * publish, query, review, run.
 */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { PHASES } from '../../extractors/model/stage.ts';
import type { Language } from '../../schemas/rules/index.ts';
import { EXIT, UserError } from '../base/errors.ts';
import { didYouMean } from '../base/suggest.ts';
import { packageVersion } from '../base/version.ts';
import { DEFAULT_LIMITS, LEAST_QUERY_MEMORY } from '../query/limits.ts';
import { DEFAULT_MEMORY, DEFAULT_TIMEOUT, defaultJobs, LEAST_MEMORY } from '../run/isolation/bounds.ts';
import { endSpare, startSpare } from '../run/isolation/spare.ts';
import type { ExportFlags, ExportFormat } from './export.ts';
import type { ExtractFlags } from './extract.ts';
import type { QueryFlags } from './query.ts';
import type { ExportReviewsFlags, ReviewFlags } from './review.ts';
import { print, say } from './talk.ts';

const EXIT_CODES = `
Exit codes (a batch ends with the worst of its documents):
  0 ok   1 wrong usage, or a query beyond its limits   2 unreadable input, or no disclosure in it   3 profile wrong   4 output failed its schema
  5 cannot write   6 needs review (with --strict)   70 internal error   130 interrupted

Data go to stdout, talk goes to stderr.`;

function positiveInteger(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1 to 9999.');
  return Number(text);
}

const MOST_PORT = 65_535;

function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > MOST_PORT)
    throw new InvalidArgumentError(`Expected a whole number from 0 to ${MOST_PORT}.`);
  return Number(text);
}

function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1.');
  return Number(text);
}

const megabytesFrom =
  (least: number) =>
  (text: string): number => {
    if (!/^[1-9]\d{0,5}$/.test(text) || Number(text) < least) {
      throw new InvalidArgumentError(`Expected a whole number of megabytes from ${least}.`);
    }
    return Number(text);
  };

function shareOfOne(text: string): number {
  const share = Number(text);
  if (text.trim() === '' || !(share >= 0 && share <= 1)) throw new InvalidArgumentError('Expected a share from 0 to 1, such as 0.01.');
  return share;
}

const collect = (value: string, previous: string[] = []): string[] => [...previous, value];

const langOption = (): Option => new Option('--lang <language>', 'language of messages').choices(['zh', 'en']).default('en');
const profilesOption = (): Option =>
  new Option(
    '--profiles <folder>',
    'load the profiles of this folder, too: files of JSON, nothing in it is run (may be repeated)',
  ).argParser(collect);
const quietOption = (): Option => new Option('--quiet', 'say nothing but errors');

function phase(text: string): string {
  if (PHASES.some((name) => name === text)) return text;
  const meant = didYouMean(text, PHASES);
  throw new InvalidArgumentError(`Allowed choices are ${PHASES.join(', ')}.${meant ? ` Did you mean "${meant}"?` : ''}`);
}

const untilOption = (): Option =>
  new Option('--until <stage>', 'stop after this stage and print what it made of each document as JSON').choices(PHASES).argParser(phase);

/** Options shared by the commands that read documents. */
function reading(command: Command): Command {
  return command
    .argument('<paths...>', 'files, folders, quoted globs, .zip archives; "-": paths on standard input, one a line or ended by NUL')
    .option('--profile <id>', 'use this profile instead of the one that the content matches')
    .addOption(profilesOption())
    .option(
      '--jobs <number>',
      `documents at a time, each in a process of its own (default: ${defaultJobs()}, after cores and memory)`,
      positiveInteger,
    )
    .option('--timeout <seconds>', `give a document up after this time (default: ${DEFAULT_TIMEOUT})`, positiveInteger)
    .option(
      '--memory <megabytes>',
      `give a document up that takes more memory; it is tried once more alone, with twice as much (default: ${DEFAULT_MEMORY})`,
      megabytesFrom(LEAST_MEMORY),
    )
    .option('--reviews <file>', 'apply the decisions of this reviews.jsonl (default: the one in the output folder, where there is one)')
    .option('--limit <number>', 'only so many documents, the first ones', count)
    .option('--strict', 'exit code 6 when a document needs review')
    .addOption(langOption())
    .addOption(quietOption());
}

type Done = (exitCode: number) => void;

function addReadingCommands(program: Command, done: Done): void {
  reading(program.command('extract').description('read disclosures; write CSV, JSON and an HTML report for each document'))
    .option('--out <folder>', 'output folder (default: "out"; with --json nothing is written unless it is given)')
    .option('--dry-run', 'list the documents that would be read and stop')
    .addOption(new Option('--only <which>', 'read again only the documents that failed; the rest stays as it is').choices(['failed']))
    .addOption(
      new Option('--changed', 'know a changed document by size and time of its file, without opening the others').conflicts('fresh'),
    )
    .option('--fresh', 'read every document again, whatever earlier runs left in the output folder')
    .option('--no-overwrite', 'stop when the output folder holds results')
    .addOption(untilOption())
    .option('--apply-proved-repairs', 'put sure repairs into the data, marked as such (value_state repaired; raw stays as printed)')
    .option('--audit <share>', 'put this share of accepted numbers into review.csv as a sample to check, such as 0.01', shareOfOne)
    .option('--json', 'print a line of JSON for each document: { disclosure, report }')
    .action(async (paths: string[], flags: ExtractFlags) => {
      if (!flags.dryRun) startSpare(flags);
      done(await (await import('./extract.ts')).extractCommand(paths, flags));
    });
  reading(program.command('check').description('read disclosures and write nothing: a line for each document, and the exit code')).action(
    async (paths: string[], flags: ExtractFlags) => {
      startSpare(flags);
      done(await (await import('./extract.ts')).checkCommand(paths, flags));
    },
  );
}

function addDatasetCommands(program: Command, done: Done): void {
  program
    .command('export')
    .description('write the results of a finished run as Parquet files or Excel workbooks, beside the CSV files')
    .addArgument(new Argument('<format>', 'parquet or xlsx').choices(['parquet', 'xlsx']))
    .argument('[folder]', 'output folder of the run', 'out')
    .addOption(langOption())
    .addOption(quietOption())
    .action(async (format: ExportFormat, folder: string, flags: ExportFlags) =>
      done(await (await import('./export.ts')).exportCommand(format, folder, flags)),
    );
}

function addQueryCommand(program: Command, done: Done): void {
  program
    .command('query')
    .description('ask the results of a finished run in SQL; the tables are facts, equations, indicators, projects, statements, tables, …')
    .argument('<sql>', 'one SELECT statement; SHOW TABLES and DESCRIBE facts say what there is')
    .option('--out <folder>', 'output folder of the run', 'out')
    .option('--table', 'answer as a table, the first 500 rows (default on a terminal)')
    .option('--csv', 'answer as CSV (default elsewhere)')
    .option('--json', 'answer as a line of JSON for each row')
    .option('--timeout <seconds>', `give the question up after this time (default: ${DEFAULT_LIMITS.timeout})`, positiveInteger)
    .option('--memory <MB>', `give it up when it needs more memory (default: ${DEFAULT_LIMITS.memory})`, megabytesFrom(LEAST_QUERY_MEMORY))
    .addOption(langOption())
    .action(async (sql: string, flags: QueryFlags) => done(await (await import('./query.ts')).queryCommand(sql, flags)));
}

function addReviewCommands(program: Command, done: Done): void {
  const review = program
    .command('review')
    .description('decide what is doubtful, in the browser: serves an output folder on this machine alone and keeps each decision')
    .argument('[folder]', 'output folder of a run', 'out')
    .option('--port <number>', 'port of 127.0.0.1 (default: any that is free)', port)
    .option('--no-open', 'open no browser; the address is printed')
    .option('--reviewer <name>', 'whose decisions they are (default: the name of the user)')
    .option('--sources <folder>', 'where the documents are now, if they were moved; named in it as in source_file')
    .addOption(profilesOption())
    .addOption(langOption())
    .action(async (folder: string, flags: ReviewFlags) => done(await (await import('./review.ts')).reviewCommand(folder, flags)));
  review
    .command('export')
    .description('print the decisions of an output folder')
    .argument('[folder]', 'output folder of a run', 'out')
    .addOption(new Option('--format <format>', 'csv for a spreadsheet, jsonl as they are kept').choices(['csv', 'jsonl']).default('jsonl'))
    .option('--out <file>', 'write them to this file instead of stdout')
    .action(async (folder: string, flags: ExportReviewsFlags) => done((await import('./review.ts')).exportReviews(folder, flags)));
  review
    .command('import')
    .description('add the decisions of another reviewer, as export prints them, and say where two disagree')
    .argument('<file>')
    .argument('[folder]', 'output folder of a run', 'out')
    .addOption(langOption())
    .action(async (file: string, folder: string, flags: { lang: Language }) =>
      done((await import('./review.ts')).importReviews(file, folder, flags)),
    );
  review
    .command('stats')
    .description('time and decisions for each document, and how many of the audit sample were wrong, as JSON')
    .argument('[folder]', 'output folder of a run', 'out')
    .action(async (folder: string) => done((await import('./review.ts')).reviewStats(folder)));
}

function addKnowledgeCommands(program: Command, done: Done): void {
  program
    .command('explain')
    .description('what a rule means, why it matters and what to do')
    .argument('[ruleId]', 'as printed in review.csv; without it all rules are listed')
    .addOption(langOption())
    .action(async (ruleId: string | undefined, { lang }: { lang: Language }) =>
      done((await import('./explain.ts')).explainCommand(ruleId, lang)),
    );
  program
    .command('inspect')
    .description('draw a page of a PDF or OFD as SVG: words, ruling lines, crossings, cells and table regions')
    .argument('<file>')
    .requiredOption('--page <number>', 'page, counted from 1', positiveInteger)
    .option('--out <file>', 'write the drawing to this file instead of stdout')
    .action(async (path: string, flags: { page: number; out?: string }) =>
      done(await (await import('./inspect.ts')).inspectCommand(path, flags)),
    );
  program
    .command('schema')
    .description('print the JSON Schema of the output; without a name all names are listed')
    .argument('[name]', 'disclosure, report, records, run or datapackage')
    .option('--write <folder>', 'write all of them as <folder>/<name>.json')
    .action(async (name: string | undefined, { write }: { write?: string }) =>
      done((await import('./schema.ts')).schemaCommand(name, write)),
    );
}

function addProfileCommands(program: Command, done: Done): void {
  const profile = program.command('profile').description('list, start and test profiles of cities and template families');
  profile
    .command('list')
    .description('the profiles that are known')
    .addOption(profilesOption())
    .action(async ({ profiles }: { profiles?: string[] }) => done(await (await import('./profile.ts')).listCommand(profiles ?? [])));
  profile
    .command('new')
    .description(
      'start a profile and samples/<id>/ in the working directory: extractors/profiles/<id>.ts in a checkout, else profiles/<id>.json',
    )
    .argument('<id>', 'small letters, digits and hyphens, such as "zhejiang"')
    .addOption(langOption())
    .action(async (id: string, { lang }: { lang: Language }) => done(await (await import('./profile.ts')).newCommand(id, lang)));
  profile
    .command('test')
    .description('compare the samples of a profile, or of all, with their expected.json')
    .argument('[id]')
    .option('--samples <folder>', 'folder of the samples', 'samples')
    .option('--update', 'write expected.json where there is none')
    .option('--force', 'with --update: write expected.json anew, too')
    .addOption(profilesOption())
    .action(async (id: string | undefined, flags: { samples: string; update?: boolean; force?: boolean; profiles?: string[] }) =>
      done(await (await import('./profile.ts')).testCommand(id, flags)),
    );
}

export function buildProgram(done: Done): Command {
  const program = new Command('duizhang')
    .description('Turns published Chinese budget and final-accounts disclosures into data that the accounts themselves prove.')
    .version(packageVersion())
    .showHelpAfterError('Run "duizhang --help", or "duizhang <command> --help", for what is expected.')
    .addHelpText('after', EXIT_CODES)
    .configureOutput({ writeOut: print, writeErr: say })
    .exitOverride();
  addReadingCommands(program, done);
  addDatasetCommands(program, done);
  addQueryCommand(program, done);
  addReviewCommands(program, done);
  addKnowledgeCommands(program, done);
  addProfileCommands(program, done);
  return program;
}

/** Whatever goes wrong becomes a message on stderr and an exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.ok;
  const program = buildProgram((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error instanceof UserError) {
      const language: Language = args.join(' ').match(/--lang[ =]zh\b/) ? 'zh' : 'en';
      say(`${error.text[language]}\n`);
      return error.exitCode;
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say(`duizhang failed; this is a bug, please report it with this text:\n${detail}\n`);
    return EXIT.internal;
  } finally {
    endSpare();
  }
}
