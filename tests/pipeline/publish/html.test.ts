import { describe, expect, it } from 'vitest';
import { percent } from '../../../pipeline/base/percent.ts';
import { grouped } from '../../../pipeline/base/shown/grouped.ts';
import { renderReport } from '../../../pipeline/publish/html.ts';
import { toRecords } from '../../../pipeline/publish/records/records.ts';
import { headerTree } from '../../../pipeline/publish/report/header.ts';
import { layoutTable } from '../../../pipeline/publish/report/layout.ts';
import { Disclosure } from '../../../schemas/disclosure.ts';
import { IDENTITY_NAMES } from '../../../schemas/lexicon/identities.ts';
import { Report } from '../../../schemas/report.ts';
import { type Fixture, largeFixture, sampleFixture } from './report-fixture.ts';

const render = ({ disclosure, report, lines }: Fixture, language: 'zh' | 'en' = 'zh') => renderReport(disclosure, report, lines, language);

/** The page's text without scripts, styles and tags; what one language shows. */
function textOf(page: string, language: 'zh' | 'en'): string {
  const hidden = language === 'zh' ? 'e' : 'z';
  return page
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(new RegExp(`<span class="${hidden}"[^>]*>[^<]*(?:<b>[^<]*</b>[^<]*)*</span>`, 'g'), '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');
}

describe('the fixtures', () => {
  it.each([
    ['sample', sampleFixture()],
    ['large', largeFixture(2, 60)],
  ])('%s satisfies the contract', (_name, { disclosure, report }) => {
    expect(Disclosure.parse(disclosure)).toEqual(disclosure);
    expect(Report.parse(report)).toEqual(report);
  });
});

it('counts the facts that facts.csv has: the numbers of performance forms are none', () => {
  const fixture = sampleFixture();
  const form = { ...fixture.disclosure.tables[0]!, index: 99, shape: 'text-form' as const };
  const disclosure = { ...fixture.disclosure, tables: [...fixture.disclosure.tables, form] };
  expect(toRecords(disclosure, fixture.report)['facts.csv']).toHaveLength(32);
  expect(textOf(render({ ...fixture, disclosure }), 'en')).toContain('; 32 facts, 84.3 % proved');
});

describe('renderReport', () => {
  const page = render(sampleFixture());

  it('says what was found in one sentence, in both languages', () => {
    expect(textOf(page, 'zh')).toContain(
      '应有 5 张表，找到 4 张（正文共 4 张）；32 个数，84.3 % 由等式证明；4 个等式恰好成立，1 个仅差尾数，2 个不成立；2 处请人核对。',
    );
    expect(textOf(page, 'en')).toContain(
      '4 of 5 expected tables found (4 in the body); 32 facts, 84.3 % proved by equations; 4 equations exact, 1 with a rounding tail, 2 broken; 2 things to look at.',
    );
  });

  it('starts in the language asked for and offers both', () => {
    expect(page).toContain('<html lang="zh-CN" data-lang="zh">');
    const english = render(sampleFixture(), 'en');
    expect(english).toContain('<html lang="en" data-lang="en">');
    expect(english).toContain('data-to="en" lang="en" aria-pressed="true"');
    expect(english).toContain('data-to="zh" lang="zh" aria-pressed="false"');
  });

  it('loads nothing and lets only its own script and style run', () => {
    expect(page.match(/\b(?:src|srcset|action|poster)=|url\(|@import|https?:/g)).toBeNull();
    expect(page.match(/<link\b|<base\b|<iframe\b|<img\b/g)).toBeNull();
    expect(page).toMatch(/content="default-src 'none'; script-src 'sha256-[\w+/=]{44}'; style-src 'sha256-[\w+/=]{44}'/);
    expect(page.match(/ style="| on[a-z]+="/g)).toBeNull();
    for (const [, target] of page.matchAll(/href="([^"]*)"/g)) expect(target).toMatch(/^#/);
  });

  it('orders its sections as a person needs them', () => {
    expect([...page.matchAll(/<h2 id="section-(\w+)"/g)].map((match) => match[1])).toEqual([
      'missing',
      'review',
      'proof',
      'tables',
      'records',
      'charts',
      'findings',
    ]);
  });

  it('names the missing table and the line that announces it', () => {
    const part = page.slice(page.indexOf('section-missing"><h2'), page.indexOf('section-review"><h2'));
    expect(part).toContain('<b lang="zh-CN">表5 债务支出预算表</b>');
    expect(part).toContain('<span class="no">2</span><code lang="zh-CN"><mark>2031 年度单位预算</mark></code>');
  });

  it('shows a review item with its equation, its residual and the source line marked', () => {
    const item = page.slice(page.indexOf('id="review-1"'), page.indexOf('id="review-2"'));
    expect(textOf(item, 'en')).toContain('An equation does not hold: 1,010.00, expected 1,100.00.');
    expect(textOf(item, 'zh')).toContain('等式不成立：1,010.00，应为 1,100.00。');
    expect(textOf(item, 'en')).toContain('parent = sum of its children · broken');
    expect(item).toContain('<a href="#t2r3c0">222 粮油物资储备支出</a>');
    expect(item).toContain('<a href="#t2r4c0">22201 粮油物资事务</a>');
    expect(item).toContain('<code lang="zh-CN">22201\t粮油物资事务\t<mark>1,010.00</mark>\t700.00');
  });

  it('links every fact, term and review item to an element of the page', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    expect(ids.size).toBe([...page.matchAll(/ id="([^"]+)"/g)].length);
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(decodeURIComponent(target!));
  });

  it('carries state, place and raw text of a cell in short attributes', () => {
    expect(page).toContain('<td id="t2r4c0" class="f x r n" data-c="0" data-l="1:15:13:21" data-q="0.7">1,010.00</td>');
    expect(page).toContain('class="f p r n" data-c="2" data-l="1:18:13:17" data-q="0.99">0.5O</td>');
  });

  it('puts the sides of a table next to each other', () => {
    const row = page.slice(page.indexOf('>一、一般公共预算拨款收入</th>'));
    expect(row.slice(0, row.indexOf('</tr>'))).toContain('>一、社会保障和就业支出</th>');
  });

  it('lists broken and tail equations with their addends', () => {
    expect(page).toContain('<a href="#t2r3c0">1,100.00</a> = <a href="#t2r4c0">1,010.00</a>');
    expect(page).toContain('<a href="#s1">1,233.41</a> = <a href="#t1r5c0">1,233.40</a>');
  });

  it('leads from a form to its indicators', () => {
    expect(page).toContain('<a href="#indicators-2">');
    expect(page.match(/<details id="indicators-2">/g)).toHaveLength(1);
  });

  it('shows the header of an empty table', () => {
    const table = page.slice(page.indexOf('id="table-4"'), page.indexOf('section-records"><h2'));
    expect([...table.matchAll(/<th scope="col">([^<]+)<\/th>/g)].map((match) => match[1])).toEqual(['合计', '基本支出', '项目支出']);
  });

  it('draws the charts whose tables exist', () => {
    const charts = page.slice(page.indexOf('section-charts"><h2'));
    expect([...charts.matchAll(/<tr><th scope="row" lang="zh-CN">([^<]*)</g)].map((match) => match[1])).toEqual([
      '合计',
      '208 社会保障和就业支出',
      '222 粮油物资储备支出',
      '一、一般公共预算拨款收入',
      '二、事业收入',
      '“三公”经费合计',
      '公务用车购置及运行费 › 公务用车运行费',
    ]);
  });

  it('marks whether a statement agrees', () => {
    expect(textOf(page, 'en')).toMatch(/收支总预算1,233.41万元2031✗ disagrees/);
    expect(textOf(page, 'en')).toMatch(/项目支出400.00万元2031✓ agrees/);
  });

  it('gives the script the equations as data', () => {
    const data = JSON.parse(/<script type="application\/json" id="equations">([\s\S]*?)<\/script>/.exec(page)![1]!);
    const [identity, status, residual, terms] = data.equations[0];
    expect([data.identities[identity], data.statuses[status], residual]).toEqual([
      ['上级 = 下级之和', 'parent = sum of its children'],
      ['不成立', 'broken'],
      '90.00 万元',
    ]);
    expect(terms.map((term: number) => Math.sign(term) + data.ids[Math.abs(term) - 1])).toEqual(['1t2r3c0', '-1t2r4c0']);
  });

  it('takes the source lines as a map or as an array', () => {
    const { disclosure, report, lines } = sampleFixture();
    const map = new Map(lines.map((line, i) => [i + 1, line]));
    expect(renderReport(disclosure, report, map, 'zh')).toBe(page);
  });

  it('still says something about a document without facts', () => {
    const { disclosure, report } = sampleFixture();
    const failed = renderReport(
      {
        ...disclosure,
        kind: null,
        year: null,
        entity: { code: null, name: null },
        title: null,
        tables: [],
        indicators: [],
        projects: [],
        statements: [],
      },
      { ...report, status: 'failed', reason: '未发现预决算表格', expectedTables: [], equations: [], review: [], findings: [] },
      [],
      'zh',
    );
    expect(textOf(failed, 'zh')).toContain('sample.txt 种类不明 失败');
    expect(textOf(failed, 'zh')).toContain('找到 0 张表；0 个数，– 由等式证明');
    expect(failed).toContain('<p class="failed" lang="zh-CN">未发现预决算表格</p>');
  });

  it('names the numbers of a proposal by their rows and columns', () => {
    const fixture = sampleFixture();
    const [item] = fixture.report.review;
    const [factId = ''] = item?.factIds ?? [];
    const proposed = { ...item!, proposal: `${factId}: 1.00 → 2.00` };
    const page = render({ ...fixture, report: { ...fixture.report, review: [proposed] } });
    expect(page).not.toContain(`${factId}: 1.00`);
    expect(page).toMatch(new RegExp(`<b><a href="#${factId}">[^<]*·[^<]*</a>: 1\\.00 → 2\\.00</b>`));
  });
});

describe('hostile text', () => {
  const evil = `</script><script>alert(1)</script><img src=x onerror='a'>"&\u2028`;
  const broken = '\ud800';

  /** Every string of a value that is not an identifier of the contract, replaced. */
  function poison<T>(value: T, text: string, free: ReadonlySet<string>): T {
    if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? text : poison(item, text, free))) as T;
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, typeof item === 'string' && free.has(key) ? text : poison(item, text, free)]),
    ) as T;
  }
  const free = new Set(
    'factId id itemId raw label title tableTitle number unit name code message actual expected proposal alternatives residual ruleId identity quote concept project level1 level2 level3 target goal department reason sourceFile stage key'.split(
      ' ',
    ),
  );

  it('never becomes markup, wherever it stands', () => {
    const { disclosure, report, lines } = sampleFixture();
    const page = renderReport(
      poison(disclosure, evil, free),
      poison(report, evil, free),
      lines.map(() => evil),
      'zh',
    );
    expect(page).not.toContain('<img');
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="application/json" id="equations">', '<script>']);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).toContain('&lt;/script&gt;');
    for (const tag of page.match(/<[a-z][^>]*>/g)!) expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/ on\w+=| src=/);
  });

  it('becomes no address: every link leads to a place of the page', () => {
    const { disclosure, report, lines } = sampleFixture();
    const page = renderReport(poison(disclosure, 'javascript:alert(1)', free), poison(report, 'https://example.org', free), lines, 'zh');
    const links = [...page.matchAll(/<[a-z][^>]*? (?:href|action|data|formaction|xlink:href)="([^"]*)"/g)].map((match) => match[1]!);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !link.startsWith('#'))).toEqual([]);
  });

  it('with lone surrogates does not stop the page', () => {
    const { disclosure, report, lines } = sampleFixture();
    expect(() => renderReport(poison(disclosure, broken, free), poison(report, broken, free), lines, 'zh')).not.toThrow();
  });

  it('cuts a line of a megabyte around what it marks', () => {
    const fixture = sampleFixture();
    const place = fixture.report.review[0]!.places[0]!;
    const long = 'x'.repeat(1_000_000);
    fixture.lines[place.line! - 1] = `${long}7,777.00${long}`;
    fixture.report.review[0]!.places = [{ ...place, start: 1_000_000, end: 1_000_008 }];
    const page = render(fixture);
    expect(page.length).toBeLessThan(150_000);
    expect(page).toContain(`…${'x'.repeat(70)}<mark>7,777.00</mark>x`);
  });
});

describe('a large document', () => {
  it('stays under a megabyte', () => {
    const fixture = largeFixture(25, 20);
    expect(fixture.disclosure.tables.flatMap((table) => table.rows.flatMap((row) => row.cells))).toHaveLength(2500);
    expect(render(fixture).length).toBeLessThan(700_000);
  });

  it('lists a very long queue to its end', () => {
    const fixture = sampleFixture();
    const [first] = fixture.report.review;
    fixture.report.review = Array.from({ length: 450 }, (_, i) => ({ ...first!, itemId: `r${i}` }));
    const page = render(fixture);
    expect(page.match(/<details class="item"/g)).toHaveLength(200);
    expect(page).toContain('<th scope="row" class="n">450</th>');
  });
});

describe('headerTree', () => {
  it('rebuilds merged header cells from column paths', () => {
    expect(headerTree([['合计'], ['基本支出', '小计'], ['基本支出', '人员经费'], ['项目支出']])).toEqual([
      [
        { text: '合计', colspan: 1, rowspan: 2, leaf: true },
        { text: '基本支出', colspan: 2, rowspan: 1, leaf: false },
        { text: '项目支出', colspan: 1, rowspan: 2, leaf: true },
      ],
      [
        { text: '小计', colspan: 1, rowspan: 1, leaf: true },
        { text: '人员经费', colspan: 1, rowspan: 1, leaf: true },
      ],
    ]);
  });

  it('keeps equal neighbours apart and gives a column without a path a cell', () => {
    expect(headerTree([['数'], ['数'], []]).map((row) => row.map((cell) => cell.text))).toEqual([['数', '数', '']]);
    expect(headerTree([])).toEqual([[]]);
  });
});

describe('layoutTable', () => {
  it('gives a value without a known column a column of its own', () => {
    const table = sampleFixture().disclosure.tables[1]!;
    table.rows[1]!.cells[0]!.column = 9;
    expect(layoutTable(table).panels[0]!.columns.map((column) => column.index)).toEqual([0, 1, 2, 3, 4, 9]);
  });

  it('pairs rows by rank where the source gives no height', () => {
    const table = sampleFixture().disclosure.tables[0]!;
    for (const row of table.rows) row.places = [];
    expect(layoutTable(table).lines.map((line) => line.map((row) => row?.label))).toEqual([
      ['一、一般公共预算拨款收入', '一、社会保障和就业支出'],
      ['二、事业收入', '二、粮油物资储备支出'],
      ['收入总计', '三、住房保障支出'],
      [undefined, '支出总计'],
    ]);
  });
});

describe('formats', () => {
  it('groups thousands and leaves everything else alone', () => {
    expect(['1234567.80', '-1000', '999', '0.5O', ''].map(grouped)).toEqual(['1,234,567.80', '-1,000', '999', '0.5O', '']);
  });

  it('never rounds a share up to all', () => {
    expect([percent(9999, 10000), percent(1, 1), percent(0, 0)]).toEqual(['99.9 %', '100.0 %', '–']);
  });

  it('names every identity in both languages', () => {
    for (const { zh, en } of Object.values(IDENTITY_NAMES)) expect([zh.length > 0, en.length > 0]).toEqual([true, true]);
  });
});
