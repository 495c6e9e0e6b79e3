/** What became of the documents of a run in, the text that ends it on a terminal out; imports schemas, base, run. */
import { join } from 'node:path';
import Table from 'cli-table3';
import type { Language } from '../../../schemas/rules/index.ts';
import type { Run } from '../../../schemas/run.ts';
import { EXIT } from '../../base/errors.ts';
import { percent } from '../../base/percent.ts';
import { counted } from '../../base/shown/counted.ts';
import { shown } from '../../base/shown/terminal.ts';
import { clip, widthOf } from '../../base/text-width.ts';
import type { Outcome } from '../../run/outcome.ts';

const SHOWN = 40;
const NAME_WIDTH = 32;
const NAMED = 5;

/** Endings of what offices publish and this program does not read; of other files nothing is lost. run.json counts all. */
const MAY_BE_DISCLOSURES = new Set(
  [
    'doc',
    'docx',
    'wps',
    'xls',
    'xlsx',
    'et',
    'ofd',
    'rtf',
    'ppt',
    'pptx',
    'rar',
    '7z',
    'gz',
    'tar',
    'jpg',
    'jpeg',
    'png',
    'tif',
    'tiff',
  ].map((ending) => `.${ending}`),
);

const TEXT = {
  zh: {
    head: ['文档', '状态', '配置', '年度', '类别', '表', '事实', '已证明', '相等/尾差/不平', '待核'],
    status: { succeeded: '成功', partial: '部分', failed: '失败' },
    kind: { budget: '预算', 'final-accounts': '决算' },
    more: (count: number) => `… 另有 ${count} 份文档，见 documents.csv`,
    total: (documents: number) => `合计 ${documents} 份`,
    failed: '未能抽取：',
    moreFailed: (count: number) => `… 另有 ${count} 份，见 documents.csv`,
    kept: (count: number) => `其中 ${count} 份未变，沿用以前的结果。`,
    left: (count: number) => `${count} 份尚无结果，未列入；不带 --only 运行即可读取。`,
    others: (count: number, names: string) =>
      `输出文件夹中另有 ${count} 份以前运行的文档，不在上述 CSV 文件中：${names}。不再需要时请删除其文件夹，或用 --out 换一个文件夹。`,
    ignored: (list: string) => `未读取（非支持的格式）：${list}`,
    planned: (read: number, kept: number, left: number) => `待读 ${read} 份，沿用 ${kept} 份，略过 ${left} 份\n`,
    took: (seconds: string, rate: string) => `用时 ${seconds} 秒，每秒 ${rate} 份。`,
    next: '接下来看：',
    facts: '全部事实及其出处与证明状态',
    review: (count: number) => `${count} 处待人工核对`,
    report: '待核最多的文档，附原文',
    explain: '出现最多的规则是什么意思',
    strict: '有待核事项，--strict 退出码 6。',
  },
  en: {
    head: ['document', 'status', 'profile', 'year', 'kind', 'tables', 'facts', 'proved', 'exact/tail/broken', 'review'],
    status: { succeeded: 'succeeded', partial: 'partial', failed: 'failed' },
    kind: { budget: 'budget', 'final-accounts': 'final accounts' },
    more: (count: number) => `… and ${count} more, see documents.csv`,
    total: (documents: number) => counted(documents, 'document'),
    failed: 'Not extracted:',
    moreFailed: (count: number) => `… and ${count} more, see documents.csv`,
    kept: (count: number) =>
      count === 1
        ? '1 of them is unchanged: its earlier results are kept.'
        : `${count} of them are unchanged: their earlier results are kept.`,
    left: (count: number) =>
      `${counted(count, 'document')} ${count === 1 ? 'has no result yet and is' : 'have no result yet and are'} left out; run without --only to read them.`,
    others: (count: number, names: string) =>
      `The output folder holds ${counted(count, 'document')} of earlier runs besides, which the CSV files do not: ${names}. Delete their folders when they are no longer wanted, or give another --out.`,
    ignored: (list: string) => `Not read, of another format: ${list}`,
    planned: (read: number, kept: number, left: number) => `${read} to read, ${kept} kept, ${left} left out\n`,
    took: (seconds: string, rate: string) => `${seconds} s, ${rate} documents a second.`,
    next: 'Where to look next:',
    facts: 'every number with its place and how well it is proved',
    review: (count: number) => `${count} to check by a person`,
    report: 'the document with most to check, beside its source',
    explain: 'what the rule met most often means',
    strict: 'There are things to review: exit code 6 (--strict).',
  },
} as const;

/** What the summary takes from run.json. */
type Ended = Pick<Run, 'exitCode' | 'documents' | 'ignored' | 'started' | 'finished'>;

interface Totals {
  documents: number;
  failed: number;
  facts: number;
  proved: number;
  exact: number;
  tail: number;
  broken: number;
  review: number;
}

/** What the terminal says after a run. Holds the first rows and the sums, however many documents there are. */
export class Summary {
  readonly #language: Language;
  readonly #out: string | null;
  readonly #command: string;
  readonly #rows: string[][] = [];
  readonly #keptRows: string[][] = [];
  readonly #failures: string[] = [];
  readonly #rules = new Map<string, number>();
  readonly #totals: Totals = { documents: 0, failed: 0, facts: 0, proved: 0, exact: 0, tail: 0, broken: 0, review: 0 };
  #mostReview: { documentId: string; items: number } | null = null;

  /** `command`: how the tool is called here; in a checkout it is reached through npm. */
  constructor(language: Language, out: string | null, command = 'duizhang') {
    this.#language = language;
    this.#out = out;
    this.#command = command;
  }

  add({ record, proved, expected, reviewRules, kept }: Outcome): void {
    const text = TEXT[this.#language];
    const totals = this.#totals;
    totals.documents++;
    if (record.status === 'failed') totals.failed++;
    totals.facts += record.facts;
    totals.proved += proved;
    totals.exact += record.equations_exact;
    totals.tail += record.equations_tail;
    totals.broken += record.equations_broken;
    totals.review += record.review_items;
    for (const [ruleId, items] of Object.entries(reviewRules)) this.#rules.set(ruleId, (this.#rules.get(ruleId) ?? 0) + items);
    if (record.review_items > (this.#mostReview?.items ?? 0))
      this.#mostReview = { documentId: record.document_id, items: record.review_items };
    if (record.status === 'failed' && this.#failures.length < SHOWN)
      this.#failures.push(`${shown(record.source_file)}: ${shown(record.reason)}`);
    const rows = kept ? this.#keptRows : this.#rows;
    if (rows.length >= SHOWN) return;
    const tables = expected.tables === 0 ? String(record.tables) : `${expected.found}/${expected.tables}`;
    rows.push([
      clip(record.document_id, NAME_WIDTH),
      text.status[record.status],
      record.profile,
      String(record.year ?? '–'),
      record.disclosure_kind ? text.kind[record.disclosure_kind] : '–',
      tables,
      String(record.facts),
      percent(proved, record.facts),
      `${record.equations_exact}/${record.equations_tail}/${record.equations_broken}`,
      String(record.review_items),
    ]);
  }

  /** What was read in this run; where nothing was, what is there. */
  #shown(): string[][] {
    return this.#rows.length > 0 ? this.#rows : this.#keptRows;
  }

  #table(): string {
    const text = TEXT[this.#language];
    const totals = this.#totals;
    const table = new Table({
      head: [...text.head],
      style: { head: [], border: [], compact: true },
      colAligns: ['left', 'left', 'left', 'right', 'left', 'right', 'right', 'right', 'right', 'right'],
    });
    table.push(...this.#shown());
    if (totals.documents > 1) {
      const equations = `${totals.exact}/${totals.tail}/${totals.broken}`;
      const sums = [String(totals.facts), percent(totals.proved, totals.facts), equations, String(totals.review)];
      table.push([text.total(totals.documents), '', '', '', '', '', ...sums]);
    }
    return table.toString();
  }

  #next(): string[] {
    const text = TEXT[this.#language];
    const hints: [string, string][] = [];
    if (this.#out !== null) {
      if (this.#totals.facts > 0) hints.push([join(this.#out, 'facts.csv'), text.facts]);
      if (this.#totals.review > 0) hints.push([join(this.#out, 'review.csv'), text.review(this.#totals.review)]);
      if (this.#mostReview) hints.push([join(this.#out, this.#mostReview.documentId, 'report.html'), text.report]);
    }
    const [commonest] = [...this.#rules].sort((a, b) => b[1] - a[1]);
    if (commonest) hints.push([`${this.#command} explain ${commonest[0]}`, text.explain]);
    const width = Math.max(0, ...hints.map(([what]) => widthOf(what)));
    return hints.length === 0
      ? []
      : ['', text.next, ...hints.map(([what, why]) => `  ${what}${' '.repeat(width - widthOf(what))}  ${why}`)];
  }

  #remarks({ documents, ignored, started, finished }: Ended): string[] {
    const text = TEXT[this.#language];
    const endings = Object.entries(ignored)
      .filter(([ending]) => MAY_BE_DISCLOSURES.has(ending))
      .sort(([, a], [, b]) => b - a);
    const seconds = (Date.parse(finished) - Date.parse(started)) / 1000;
    return [
      ...(documents.kept > 0 ? [text.kept(documents.kept)] : []),
      ...(documents.left > 0 ? [text.left(documents.left)] : []),
      ...(endings.length > 0 ? [text.ignored(endings.map(([ending, count]) => `${count} ${ending}`).join(', '))] : []),
      ...(documents.read > SHOWN ? [text.took(seconds.toFixed(0), (documents.read / seconds).toFixed(1))] : []),
    ];
  }

  /** `others`: ids of documents of earlier runs that are left in the output folder. */
  render(run: Ended, others: readonly string[] = []): string {
    const text = TEXT[this.#language];
    const hidden = this.#totals.documents - this.#shown().length;
    const lines = [this.#table()];
    if (hidden > 0) lines.push(text.more(hidden));
    lines.push(...this.#remarks(run));
    if (others.length > 0) lines.push(text.others(others.length, others.slice(0, NAMED).join(', ') + (others.length > NAMED ? ' …' : '')));
    if (this.#failures.length > 0) lines.push('', text.failed, ...this.#failures.map((failure) => `  ${failure}`));
    if (this.#totals.failed > this.#failures.length) lines.push(`  ${text.moreFailed(this.#totals.failed - this.#failures.length)}`);
    lines.push(...this.#next());
    if (run.exitCode === EXIT.review) lines.push('', text.strict);
    return `${lines.join('\n')}\n`;
  }
}

/** What a dry run says besides the list. */
export function plannedText(language: Language, read: number, kept: number, left: number): string {
  return TEXT[language].planned(read, kept, left);
}
