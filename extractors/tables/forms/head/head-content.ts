import type { FormField } from '../../../../schemas/table.ts';
import type { FormMoneyRow, Head } from '../tokens/content.ts';
import { placesOf, type Token } from '../tokens/tokens.ts';
import { type LabelKind, unitIn } from '../vocabulary/labels.ts';

/** What a heading block says, as it is put together. */
export class HeadContent implements Head {
  readonly fields: FormField[] = [];
  readonly rows: FormMoneyRow[] = [];
  found: Head['found'] = {};
  unit: string | null = null;

  addRow(row: Omit<FormMoneyRow, 'path'>, section: string | null): void {
    this.rows.push({ ...row, path: section ? [section] : [] });
  }

  addField(label: Token | undefined, values: readonly Token[]): void {
    if (!label) return;
    this.fields.push({
      label: label.text.replace(/[:：]$/, ''),
      value: values.map((token) => token.text).join(' '),
      places: placesOf([label, ...values]),
    });
  }

  /** Labels that no vocabulary knows: label, value, label, value. */
  addPairs(tokens: readonly Token[]): void {
    for (let i = 0; i < tokens.length; i += 2) this.addField(tokens[i], tokens.slice(i + 1, i + 2));
  }

  /** The first value of its kind stands. */
  keep(kind: LabelKind, value: Token | undefined): void {
    if (value && this.found[kind] === undefined) this.found[kind] = value;
  }

  /** The unit that a label carries, unless one is known. */
  keepUnit(label: string): void {
    this.unit ??= unitIn(label);
  }
}
