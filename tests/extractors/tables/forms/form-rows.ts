import type { GridRow } from '../../../../extractors/model/blocks.ts';
import { extractForms, type Forms, type FormTable } from '../../../../extractors/tables/forms/index.ts';
import type { Finding } from '../../../../schemas/diagnostic.ts';
import { placeOfLine } from '../../../../schemas/place.ts';

const cell = (text: string, line: number) => ({
  text: text.trim(),
  raw: text,
  places: text.trim() === '' ? [] : [placeOfLine(1, line, 0, 1)],
});

const rowsOf = (text: string, layout: GridRow['layout'], split: (line: string) => string[]): GridRow[] =>
  text
    .trim()
    .split('\n')
    .map((line, index) => ({ layout, page: 1, line: index + 1, cells: split(line).map((part) => cell(part, index + 1)) }));

/** Rows of cells; `|` separates columns. */
export const columns = (title: string, text: string, index = 1): FormTable => ({
  index,
  title,
  unit: '万元',
  rows: rowsOf(text, 'columns', (line) => line.split('|')),
});

/** A printed grid over pages: `^` is covered by the merged cell above, `<` by the one at the left. */
export const ruled = (title: string, ...pages: string[]): FormTable => {
  const covered = { '^': 'above', '<': 'left' } as const;
  const rows = pages.flatMap((text, p) =>
    columns(title, text).rows.map((row) => ({
      ...row,
      page: p + 1,
      borders: Array.from({ length: row.cells.length + 1 }, (_, i) => i * 50),
      cells: row.cells.map((part) => {
        const by = covered[part.text as keyof typeof covered];
        return by
          ? { text: '', raw: '', places: [], covered: by }
          : { ...part, places: part.places.map((place) => ({ ...place, page: p + 1 })) };
      }),
    })),
  );
  return { index: 1, title, unit: '万元', rows };
};

/** Lines whose layout was lost. */
export const sequence = (title: string, text: string): FormTable => ({
  index: 1,
  title,
  unit: '万元',
  rows: rowsOf(text, 'sequence', (line) => line.trim().split(/\s+/)),
});

export function read(...tables: FormTable[]): Forms & { findings: Finding[] } {
  const findings: Finding[] = [];
  return { ...extractForms(tables, { year: 2025, report: (finding) => findings.push(finding) }), findings };
}

/** `level1/level2/level3 operator target unit deadline`, absent parts as `-`; ` !` when it is to be reviewed. */
export const targets = (forms: Forms): string[] =>
  forms.indicators.map((i) => {
    const parts = [i.operator, i.target, i.targetUnit, i.deadline].map((part) => part ?? '-').join(' ');
    return `${[i.level1, i.level2, i.level3].map((level) => level ?? '-').join('/')} ${parts}${i.review ? ' !' : ''}`;
  });

/** `level3: actual completion weight score`. */
export const results = (forms: Forms): string[] =>
  forms.indicators.map((i) => `${i.level3}: ${[i.actual, i.completion, i.weight, i.score].map((part) => part ?? '-').join(' ')}`);
