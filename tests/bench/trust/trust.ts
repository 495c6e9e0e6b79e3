import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { confidenceOf, FEATURE_NAMES, type Weights } from '../../../extractors/judgement/confidence/model.ts';
import { loadProfiles } from '../../../pipeline/run/profiles/load-profiles.ts';
import { printTable } from '../table.ts';
import { Verdict } from '../verdict.ts';
import { reliabilityDiagram } from './diagram.ts';
import { corpusDocuments, formDocuments, generatedDocuments, type TrustDocument } from './documents.ts';
import { experiment, type Result, SETTINGS } from './experiment.ts';
import { fitWeights } from './fit.ts';
import { auroc, brierSkill, calibrationError } from './metrics.ts';
import type { Outcome } from './outcome.ts';
import { printWordings } from './wordings.ts';

/*
 * npm run bench:trust                damages documents and says how many errors pass in silence
 * npm run bench:trust -- --only=row  … with the damages alone whose name has this in it; --show prints each number that passed
 * npm run bench:trust -- --seeds=1   … on so many documents of each dialect, and not twelve
 * npm run bench:trust -- --of=forms   … on the generated documents alone, the real ones, or those in other forms
 * npm run bench:trust -- --wording   … prints texts with words that nobody has listed instead, and says what they are taken for
 * npm run bench:trust -- --fit       fits the confidence to other documents first and writes its parameters
 */

const TRAINING = Array.from({ length: 12 }, (_, i) => i + 1);
const SEEDS = 12;
const FIRST = 1001;
/** Of the seeds so many a form: there are seventeen. */
const FORM_SHARE = 3;
const SORTS = ['generated', 'real', 'forms'] as const;
const PARAMETERS_FILE = 'extractors/judgement/confidence/parameters.ts';
const FIT_VERSION = 1;
const DIAGRAM_FILE = 'out/bench/reliability.svg';

/** What the promises are made for. */
const TARGET = 'wrong digit, 1 %';

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    seeds: { type: 'string', default: String(SEEDS) },
    of: { type: 'string', default: '' },
    show: { type: 'boolean', default: false },
    fit: { type: 'boolean', default: false },
    wording: { type: 'boolean', default: false },
    'leave-out': { type: 'boolean', default: false },
  },
});
const settings = SETTINGS.filter(({ name }) => name.includes(asked.only));

const root = resolve(process.cwd());
const profiles = await loadProfiles();

const groupsOf = (list: readonly TrustDocument[]): string[] => [...new Set(list.map(({ group }) => group))];
const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
const ratio = (part: number, whole: number): string => (whole === 0 ? String(part) : (part / whole).toFixed(2));
const fixed = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3));

const silent = (outcomes: readonly Outcome[]): number => outcomes.filter(({ right, flagged }) => !right && !flagged).length;
const wrong = (outcomes: readonly Outcome[]): number => outcomes.filter(({ right }) => !right).length;
const flaggedRight = (outcomes: readonly Outcome[]): number => outcomes.filter(({ right, flagged }) => right && flagged).length;

async function trainingExamples(documents: readonly TrustDocument[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const setting of SETTINGS) for (const outcome of (await experiment(documents, setting, 1009)).outcomes) outcomes.push(outcome);
  return outcomes;
}

function parametersFile(weights: Weights): string {
  const lines = FEATURE_NAMES.map((name) => `    ${name}: ${weights[name]},`);
  return [
    '// Written by `npm run bench:trust -- --fit`; do not edit.',
    'export const PARAMETERS = {',
    `  version: ${FIT_VERSION},`,
    '  weights: {',
    ...lines,
    '  },',
    '} as const;',
    '',
  ].join('\n');
}

function withWeights(outcomes: readonly Outcome[], weights: Weights): Outcome[] {
  return outcomes.map((outcome) => ({ ...outcome, confidence: confidenceOf(outcome.evidence, weights) }));
}

const ERROR_HEAD = [
  'damage',
  'docs',
  'silent, covered',
  'silent, others',
  'missing silent',
  'right flagged (a wrong one)',
  'right flagged',
  'found at twice',
  'right repair',
];

function errorRow(
  name: string,
  { documents, outcomes, missing, missingSilent, determined, repaired, wrong: all, found }: Result,
): string[] {
  const [covered, others] = [outcomes.filter((outcome) => outcome.covered), outcomes.filter((outcome) => !outcome.covered)];
  return [
    name,
    String(documents),
    `${silent(covered)}/${wrong(covered)} ${share(silent(covered), wrong(covered))}`,
    `${silent(others)}/${wrong(others)}`,
    `${missingSilent}/${missing}`,
    `${flaggedRight(outcomes)} (${ratio(flaggedRight(outcomes), wrong(outcomes))})`,
    share(flaggedRight(outcomes), outcomes.length),
    share(found, all),
    determined === 0 ? '–' : `${share(repaired, determined)} of ${determined}`,
  ];
}

function calibrationRow(name: string, outcomes: readonly Outcome[]): string[] {
  const covered = outcomes.filter((outcome) => outcome.covered);
  return [name, ...[covered, outcomes].flatMap((list) => [fixed(brierSkill(list)), fixed(auroc(list)), fixed(calibrationError(list))])];
}

const seeds = Array.from({ length: Number(asked.seeds) }, (_, i) => FIRST + i);
if (asked.wording) {
  await printWordings(seeds, profiles);
  process.exit();
}
const wants = (sort: (typeof SORTS)[number]): boolean => asked.of === '' || asked.of === sort;
const generated = wants('generated') ? await generatedDocuments(seeds, profiles) : [];
const real = wants('real') ? await corpusDocuments(root, profiles) : [];
const forms = wants('forms') ? await formDocuments(seeds.slice(0, Math.ceil(seeds.length / FORM_SHARE)), profiles) : [];
const documents = [...generated, ...real];
process.stdout.write(
  `${documents.length} documents: ${generated.length} generated, ${real.length} real ones all of whose equations hold; and ${forms.length} in other forms.\n`,
);
if (real.length === 0 && wants('real')) process.stdout.write('Real documents are skipped: ../shared/corpus is not there.\n');

const fitting = asked.fit;
const training = fitting || asked['leave-out'] ? await generatedDocuments(TRAINING, profiles) : [];
const examples = new Map<string, Outcome[]>();
for (const group of groupsOf(training))
  examples.set(group, await trainingExamples(training.filter((document) => document.group === group)));
let weights: Weights | null = null;
if (fitting) {
  weights = fitWeights([...examples.values()].flat());
  writeFileSync(join(root, PARAMETERS_FILE), parametersFile(weights));
  process.stdout.write(`${PARAMETERS_FILE} was written; the figures below use it.\n`);
}

const measured = async (list: readonly TrustDocument[]): Promise<Map<string, Result>> => {
  const all = new Map<string, Result>();
  if (list.length > 0) for (const setting of settings) all.set(setting.name, await experiment(list, setting));
  return all;
};
const results = await measured(documents);
const inForms = await measured(forms);
if (weights) for (const result of results.values()) result.outcomes = withWeights(result.outcomes, weights);

for (const [title, all] of [
  ['Errors, and what is said of them', results],
  ['The same in other forms', inForms],
] as const) {
  if (all.size > 0)
    printTable(
      title,
      ERROR_HEAD,
      [...all].map(([name, result]) => errorRow(name, result)),
    );
  if (asked.show) for (const [name, { passed }] of all) process.stdout.write(passed.map((line) => `${name}\t${line}\n`).join(''));
}
printTable(
  'Confidence',
  ['damage', 'Brier skill, covered', 'AUROC', 'calibration error', 'Brier skill, all', 'AUROC', 'calibration error'],
  [...results].map(([name, { outcomes }]) => calibrationRow(name, outcomes)),
);

if (examples.size > 0) {
  const setting = SETTINGS.find(({ name }) => name === TARGET)!;
  const rows: string[][] = [];
  for (const group of examples.keys()) {
    const others = [...examples].filter(([name]) => name !== group).flatMap(([, list]) => list);
    const tested = await experiment(
      generated.filter((document) => document.group === group),
      setting,
    );
    rows.push(calibrationRow(group, withWeights(tested.outcomes, fitWeights(others))));
  }
  printTable(
    `Confidence on a dialect that was left out of the fit, ${TARGET}`,
    ['dialect', 'Brier skill, covered', 'AUROC', 'calibration error', 'Brier skill, all', 'AUROC', 'calibration error'],
    rows,
  );
}

// What is promised is promised of all documents and all damages.
if (settings.length < SETTINGS.length || documents.length === 0) process.exit();
const diagram = join(root, DIAGRAM_FILE);
mkdirSync(join(diagram, '..'), { recursive: true });
writeFileSync(diagram, reliabilityDiagram([...results.values()].flatMap(({ outcomes }) => outcomes)));
process.stdout.write(`\nReliability diagram over all damage: ${DIAGRAM_FILE}\n\n`);

const verdict = new Verdict();
const target = results.get(TARGET)!;
const covered = target.outcomes.filter((outcome) => outcome.covered);
verdict.atMost(`${TARGET}: silent share of covered errors, %`, (100 * silent(covered)) / wrong(covered), 1);
verdict.atMost(`${TARGET}: right numbers flagged for a wrong one`, flaggedRight(target.outcomes) / wrong(target.outcomes), 2);
verdict.atLeast(`${TARGET}: errors found after reviewing twice their number, %`, (100 * target.found) / target.wrong, 90);
verdict.atLeast(`${TARGET}: right repair proposed, %`, (100 * target.repaired) / target.determined, 90);
verdict.atLeast(`${TARGET}: Brier skill, covered`, brierSkill(covered), 0.5);
verdict.atLeast(`${TARGET}: AUROC, covered`, auroc(covered), 0.95);
verdict.atMost(`${TARGET}: calibration error, covered`, calibrationError(covered), 0.02);
const clean = results.get('undamaged')!.outcomes;
verdict.atMost('undamaged: right numbers flagged, %', (100 * flaggedRight(clean)) / clean.length, 1);
process.exitCode = verdict.exitCode;
