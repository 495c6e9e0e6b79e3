import { expect, test } from 'vitest';
import type { Extraction } from '../../extractors/extraction.ts';
import { Summary } from '../../pipeline/cli/ending/summary.ts';
import { LocalProcessor } from '../../pipeline/run/document/processor.ts';
import type { Outcome } from '../../pipeline/run/outcome.ts';
import { CONDITIONS, makeExtraction, PROFILES } from '../pipeline/fixture.ts';

async function outcome(documentId: string, change: (extraction: Extraction) => void = () => undefined): Promise<Outcome> {
  const sourceFile = `${documentId}.txt`;
  const extract = async (): Promise<Extraction> => {
    const extraction = makeExtraction({ documentId, sourceFile });
    change(extraction);
    return extraction;
  };
  const processor = new LocalProcessor({ profiles: PROFILES, out: null, json: false, conditions: CONDITIONS }, extract, null);
  return { ...(await processor.process({ path: import.meta.filename, sourceFile, documentId })), proved: documentId === 'b' ? 0 : 1 };
}

const REVIEW = {
  itemId: 'r1',
  tableIndex: 1,
  tableTitle: '',
  ruleId: 'equation/broken',
  kind: 'source' as const,
  factIds: [],
  places: [],
  actual: '',
  expected: '',
  residual: '',
  proposal: '',
  alternatives: [],
  moneyAtStake: '',
  probability: 1,
  message: '',
};

const NOW = '2026-01-01T00:00:00.000Z';
const ended = (exitCode: number, rest: Partial<Parameters<Summary['render']>[0]> = {}): Parameters<Summary['render']>[0] => ({
  exitCode,
  documents: { read: 1, kept: 0, left: 0 },
  ignored: {},
  started: NOW,
  finished: NOW,
  ...rest,
});

test('a row for each document, the sums, and where to look next', async () => {
  const summary = new Summary('en', 'out');
  summary.add(await outcome('城管局', ({ report }) => void report.review.push(REVIEW)));
  summary.add(
    await outcome('b', ({ disclosure, report }) => {
      disclosure.tables = [];
      disclosure.kind = null;
      disclosure.year = null;
      report.status = 'failed';
      report.reason = 'The file is empty (0 bytes).';
      report.expectedTables = [
        { number: null, title: 'x', found: true, tableIndex: 1, places: [] },
        { number: null, title: 'y', found: false, tableIndex: null, places: [] },
      ];
    }),
  );
  expect(
    summary.render(ended(2)),
  ).toBe(`┌─────────────┬───────────┬─────────┬──────┬────────┬────────┬───────┬─────────┬───────────────────┬────────┐
│ document    │ status    │ profile │ year │ kind   │ tables │ facts │  proved │ exact/tail/broken │ review │
├─────────────┼───────────┼─────────┼──────┼────────┼────────┼───────┼─────────┼───────────────────┼────────┤
│ 城管局      │ succeeded │ default │ 2026 │ budget │      1 │     1 │ 100.0 % │             0/0/0 │      1 │
│ b           │ failed    │ default │    – │ –      │    1/2 │     0 │       – │             0/0/0 │      0 │
│ 2 documents │           │         │      │        │        │     1 │ 100.0 % │             0/0/0 │      1 │
└─────────────┴───────────┴─────────┴──────┴────────┴────────┴───────┴─────────┴───────────────────┴────────┘

Not extracted:
  b.txt: The file is empty (0 bytes).

Where to look next:
  out/facts.csv                     every number with its place and how well it is proved
  out/review.csv                    1 to check by a person
  out/城管局/report.html            the document with most to check, beside its source
  duizhang explain equation/broken  what the rule met most often means
`);
});

test('a long name is cut to the width of its column', async () => {
  const summary = new Summary('en', null);
  summary.add(await outcome('某市'.repeat(20)));
  expect(summary.render(ended(0))).toContain(`│ ${'某市'.repeat(7)}某… │`);
});

test('a large batch shows its first rows only', async () => {
  const summary = new Summary('zh', null);
  for (let index = 0; index < 50; index++) summary.add(await outcome(`d${index}`));
  const text = summary.render(ended(0));
  expect(text).toContain('│ d39 ');
  expect(text).not.toContain('│ d40 ');
  expect(text).toContain('合计 50 份');
  expect(text).toContain('… 另有 10 份文档，见 documents.csv');
});

test('what was kept, left out and passed over; documents of this run before those of earlier ones', async () => {
  const summary = new Summary('en', 'out');
  summary.add({ ...(await outcome('old')), kept: true });
  summary.add(await outcome('new'));
  const text = summary.render(ended(0, { documents: { read: 1, kept: 1, left: 3 }, ignored: { '.doc': 1, '.xls': 2 } }));
  expect(text).toContain('│ new ');
  expect(text).not.toContain('│ old ');
  expect(text).toContain('1 of them is unchanged: its earlier results are kept.');
  expect(text).toContain('3 documents have no result yet and are left out; run without --only to read them.');
  expect(text).toContain('Not read, of another format: 2 .xls, 1 .doc');
});
