import type { Laid, Show } from './laid.ts';
import { lay, sidesOf } from './laid.ts';
import type { Row, Sheet } from './sheet.ts';
import { showCells } from './tabbed.ts';

/** Final accounts number their rows (行次) and columns (栏次), on two-sided tables down the left side first. */
function layTwoSided(sheet: Sheet, show: Show): Laid {
  const { left, right, revenue, expenditure } = sidesOf(sheet);
  const last = Number(left.at(-1)!.lineNo);
  const half = (row: Row | undefined, lineNo: number, width: number): string[] =>
    row ? [row.label, row.lineNo!, ...showCells(row.values, show)] : ['', String(lineNo), ...Array<string>(width).fill('')];
  return {
    header: [
      ['收入', '', ...revenue.map(() => ''), '支出', '', ...expenditure.map(() => '')],
      ['项目', '行次', ...revenue.map((path) => path[0]!), '项目', '行次', ...expenditure.map((path) => path[0]!)],
    ],
    lines: [
      { rows: [], cells: ['栏次', '', '1', '栏次', '', ...expenditure.map((_, i) => String(i + 2))] },
      ...Array.from({ length: last }, (_, i) => {
        const n = i + 1;
        const pair = [left.find((row) => row.lineNo === String(n)), right.find((row) => row.lineNo === String(last + n))] as const;
        return {
          rows: pair.filter((row) => row !== undefined),
          cells: [...half(pair[0], n, revenue.length), ...half(pair[1], last + n, expenditure.length)],
        };
      }),
    ],
    keys: [true, true, ...revenue.map(() => false), true, true, ...expenditure.map(() => false)],
  };
}

function layPanels(sheet: Sheet, show: Show): Laid {
  const inner = sheet.rows.filter((row) => row.code !== null);
  const of = (test: RegExp): Row[] => inner.filter((row) => test.test(row.code!));
  const panels = [of(/^30[13]/), of(/^302/), of(/^3(?!0[123])/)];
  const totals = sheet.rows.filter((row) => row.code === null) as [Row, Row];
  const [left, right] = totals.map((row) => showCells(row.values, show)[0]!) as [string, string];
  return {
    header: [['人员经费', '', '', '公用经费', '', '', '', '', ''], panels.flatMap(() => ['科目编码', '科目名称', '决算数'])],
    lines: [
      ...Array.from({ length: Math.max(...panels.map((panel) => panel.length)) }, (_, i) => ({
        rows: panels.flatMap((panel) => panel[i] ?? []),
        cells: panels.flatMap((panel) =>
          panel[i] ? [panel[i]!.code!, panel[i]!.label, ...showCells(panel[i]!.values, show)] : ['', '', ''],
        ),
      })),
      { rows: totals, cells: [totals[0].label, '', left, totals[1].label, '', '', '', '', right] },
    ],
    keys: panels.flatMap(() => [true, true, false]),
  };
}

export function layFinal(sheet: Sheet, show: Show): Laid {
  if (sheet.shape === 'two-sided') return layTwoSided(sheet, show);
  if (sheet.shape === 'panels') return layPanels(sheet, show);
  const plain = lay(sheet, show);
  if (sheet.shape !== 'coded') return plain;
  let column = 0;
  return {
    ...plain,
    lines: [{ rows: [], cells: plain.keys.map((key, i) => (key ? (i === 0 ? '栏次' : '') : String(++column))) }, ...plain.lines],
  };
}
