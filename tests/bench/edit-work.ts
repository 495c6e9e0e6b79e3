import type { Case } from '../../extractors/judgement/case.ts';
import type { Edit } from '../../schemas/review.ts';
import { generateFile } from '../generator/generate.ts';
import { spentBy } from '../support/processes.ts';

/** Work of the child that measures verdicts after edits; the program itself is the compiled one. */

type Load = <T>(file: string) => Promise<T>;
type Library = typeof import('../../pipeline/index.ts');
type Extract = typeof import('../../extractors/extract.ts');
type Readers = typeof import('../../extractors/readers/index.ts');
type Extracting = typeof import('../../pipeline/run/document/extract.ts');
type Amending = typeof import('../../extractors/judgement/amend.ts');
type Judging = typeof import('../../extractors/judgement/evaluate.ts');

/** Generated budgets of this dialect in one file, as a department and its units publish them: about 5,400 numbers. */
const DIALECT = 'tabbed-budget';
const BUDGETS = 10;
const EDITS = 40;
/** Coprime to the number of cells, so that edits go all over the document. */
const STRIDE = 7919;

export function largeDocument(): Uint8Array {
  const texts = Array.from({ length: BUDGETS }, (_, i) => new TextDecoder().decode(generateFile({ dialect: DIALECT, seed: i + 1 }).bytes));
  return new TextEncoder().encode(texts.join('\f'));
}

const timed = <T>(work: () => T): { result: T; wall: number; cpu: number } => {
  const [start, before] = [performance.now(), spentBy(process.pid)];
  const result = work();
  return { result, wall: performance.now() - start, cpu: spentBy(process.pid) - before };
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** Numbers put in elsewhere and found right in turn, each on the case as it was read. */
function editOf(factIds: readonly string[], i: number): Edit {
  const factId = factIds[(i * STRIDE) % factIds.length]!;
  return i % 2 === 0 ? { edit: 'value', factId, value: '123.45' } : { edit: 'confirm', factId };
}

/** Milliseconds and counts go into `stages`; the document has been extracted once before anything is measured. */
export async function warmEdits(load: Load, stages: Record<string, number>): Promise<() => Promise<void>> {
  const profiles = await (await load<Library>('pipeline/index.js')).loadProfiles();
  const { dumpPhase } = await load<Extract>('extractors/extract.js');
  const { readSource } = await load<Readers>('extractors/readers/index.js');
  const { ACCESS, extract } = await load<Extracting>('pipeline/run/document/extract.js');
  const { amend } = await load<Amending>('extractors/judgement/amend.js');
  const { evaluate } = await load<Judging>('extractors/judgement/evaluate.js');
  const options = { sourceFile: 'a.txt', documentId: 'a', profiles };
  const document = largeDocument();
  await extract(document, options);
  const read = await readSource(document, ACCESS);
  if ('finding' in read) throw new Error(read.finding.ruleId);
  const stated: Case = JSON.parse(JSON.stringify(dumpPhase(read, options, 'reconcile').output));
  const factIds = stated.tables.flatMap(({ items }) => items.flatMap(({ cells }) => cells.flatMap(({ id, value }) => (value ? [id] : []))));
  const edited = (i: number) => evaluate(amend(stated, [editOf(factIds, i)]));
  return async () => {
    const first = timed(() => edited(0));
    const further = Array.from({ length: EDITS }, (_, i) => timed(() => edited(i + 1)));
    const started = performance.now();
    await extract(document, options);
    stages.extraction = performance.now() - started;
    stages.cells = factIds.length;
    stages.first = first.wall;
    stages.median = median(further.map(({ wall }) => wall));
    stages.least = Math.min(...further.map(({ wall }) => wall));
    stages.most = Math.max(...further.map(({ wall }) => wall));
    stages.cpu = median(further.map(({ cpu }) => cpu));
  };
}
