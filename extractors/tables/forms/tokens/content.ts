import type { Place } from '../../../../schemas/place.ts';
import type { FormField } from '../../../../schemas/table.ts';
import type { LabelKind } from '../vocabulary/labels.ts';
import type { Token } from './tokens.ts';

/** A money row of a form: 年度主要任务 with what is planned and spent for each, or money by kind. */
export interface FormMoneyRow {
  label: string;
  /** The sections that the row stands in, outermost first. */
  path: string[];
  /** Text columns beside the label. */
  attributes: Record<string, string>;
  columns: string[][];
  values: { column: string[]; raw: string; place: Place }[];
}

/** What the heading block of one form says. */
export interface Head {
  fields: FormField[];
  rows: FormMoneyRow[];
  found: { [kind in LabelKind]?: Token | undefined };
  /** The 元 or 万元 that a label of an amount carries. */
  unit: string | null;
}
