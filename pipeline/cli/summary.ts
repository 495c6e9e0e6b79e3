import { join } from 'node:path';
import Table from 'cli-table3';
import type { Language } from '../../schemas/rules.ts';
import type { Outcome } from '../batch.ts';
import { EXIT } from '../errors.ts';
import { percent } from '../percent.ts';
import { clip, widthOf } from '../text-width.ts';

const SHOWN = 40;
const NAME_WIDTH = 32;

const TEXT = {
  zh: {
    head: ['文档', '状态', '配置', '年度', '类别', '表', '事实', '已证明', '相等/尾差/不平', '待核'],
    status: { succeeded: '成功', partial: '部分', failed: '失败' },
    kind: { budget: '预算', 'final-accounts': '决算' },
    more: (count: number) => `… 另有 ${count} 份文档，见 documents.csv`,
    total: (documents: number) => `合计 ${documents} 份`,
    failed: '未能抽取：',
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
    total: (documents: number) => `${documents} documents`,
    failed: 'Not extracted:',
    next: 'Where to look next:',
    facts: 'every number with its place and how well it is proved',
    review: (count: number) => `${count} to check by a person`,
    report: 'the document with most to check, beside its source',
    explain: 'what the rule met most often means',
    strict: 'There are things to review: exit code 6 (--strict).',
  },
} as const;

interface Totals {
  documents: number;
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
  readonly #failures: string[] = [];
  readonly #rules = new Map<string, number>();
  readonly #totals: Totals = { documents: 0, facts: 0, proved: 0, exact: 0, tail: 0, broken: 0, review: 0 };
  #mostReview: { documentId: string; items: number } | null = null;

  /** `command`: how the tool is called here; in a checkout it is reached through npm. */
  constructor(language: Language, out: string | null, command = 'duizhang') {
    this.#language = language;
    this.#out = out;
    this.#command = command;
  }

  add({ record, proved, expected, reviewRules }: Outcome): void {
    const text = TEXT[this.#language];
    const totals = this.#totals;
    totals.documents++;
    totals.facts += record.facts;
    totals.proved += proved;
    totals.exact += record.equations_exact;
    totals.tail += record.equations_tail;
    totals.broken += record.equations_broken;
    totals.review += record.review_items;
    for (const [ruleId, items] of Object.entries(reviewRules)) this.#rules.set(ruleId, (this.#rules.get(ruleId) ?? 0) + items);
    if (record.review_items > (this.#mostReview?.items ?? 0))
      this.#mostReview = { documentId: record.document_id, items: record.review_items };
    if (record.status === 'failed' && this.#failures.length < SHOWN) this.#failures.push(`${record.source_file}: ${record.reason}`);
    if (this.#rows.length >= SHOWN) return;
    const tables = expected.tables === 0 ? String(record.tables) : `${expected.found}/${expected.tables}`;
    this.#rows.push([
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

  #table(): string {
    const text = TEXT[this.#language];
    const totals = this.#totals;
    const table = new Table({
      head: [...text.head],
      style: { head: [], border: [], compact: true },
      colAligns: ['left', 'left', 'left', 'right', 'left', 'right', 'right', 'right', 'right', 'right'],
    });
    table.push(...this.#rows);
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

  render(exitCode: number): string {
    const text = TEXT[this.#language];
    const hidden = this.#totals.documents - this.#rows.length;
    const lines = [this.#table()];
    if (hidden > 0) lines.push(text.more(hidden));
    if (this.#failures.length > 0) lines.push('', text.failed, ...this.#failures.map((failure) => `  ${failure}`));
    lines.push(...this.#next());
    if (exitCode === EXIT.review) lines.push('', text.strict);
    return `${lines.join('\n')}\n`;
  }
}
