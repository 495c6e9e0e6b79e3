/**
 * Tables that are performance forms in; projects, indicators, money rows and labelled texts out; imports schemas, model,
 * notation, values, head, indicators, tokens, vocabulary.
 */
import type { Indicator, Project } from '../../../schemas/disclosure.ts';
import type { FormField } from '../../../schemas/table.ts';
import type { DraftIndicator } from './block.ts';
import { inferLevels } from './infer.ts';
import { type FormContext, type FormTable, TableReader } from './table-reader.ts';
import type { FormMoneyRow } from './tokens/content.ts';

export type { FormContext, FormTable } from './table-reader.ts';
export type { FormMoneyRow } from './tokens/content.ts';

/** What one table says besides its indicators and projects. */
export interface FormContent {
  index: number;
  fields: FormField[];
  rows: FormMoneyRow[];
}

export interface Forms {
  tables: FormContent[];
  indicators: Indicator[];
  projects: Project[];
}

/**
 * Reads 绩效目标表 and 绩效自评表 of any template: project blocks, indicators with levels filled down, money rows, labelled texts.
 * Amounts are decimal strings in the form's own unit. Nothing throws; rows that cannot be placed are reported as
 * `form/row-unread`, levels taken from other forms of the document as `form/level-inferred`.
 */
export function extractForms(tables: readonly FormTable[], context: FormContext): Forms {
  const forms: Forms = { tables: [], indicators: [], projects: [] };
  const drafts: DraftIndicator[][] = [];
  for (const table of tables) {
    const blocks = new TableReader(table, context).read();
    forms.tables.push({
      index: table.index,
      fields: blocks.flatMap((block) => block.fields),
      rows: blocks.flatMap((block) => block.head.head.rows),
    });
    for (const block of blocks) {
      if (block.unnamed) for (const { indicator } of block.drafts) indicator.review = true;
      drafts.push(block.drafts);
      const project = block.project(table.unit, (finding) => context.report(finding));
      if (project) forms.projects.push(project);
    }
  }
  inferLevels(drafts, (finding) => context.report(finding));
  forms.indicators = drafts.flat().map((draft) => draft.indicator);
  return forms;
}
