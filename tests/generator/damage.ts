import type { Random } from './random.ts';
import { columnsOf, type Sheet } from './sheet.ts';

/**
 * wrong-digit: one digit of a value changed. missing-row: a row with a value left out. dropped-column: a value column left out.
 * blanked-cell: a value not printed. swapped-cells: two neighbours of a row exchanged.
 */
export type DamageOption = 'wrong-digit' | 'missing-row' | 'dropped-column' | 'blanked-cell' | 'swapped-cells';

export interface Damage {
  kind: DamageOption;
  table: string;
  label: string;
  column: string;
  before: string;
  after: string;
}

interface Spot {
  sheet: Sheet;
  row: number;
  column: number;
}

function spots(sheets: readonly Sheet[]): Spot[] {
  return sheets
    .filter((sheet) => sheet.shape === 'coded')
    .flatMap((sheet) =>
      sheet.rows.flatMap((row, r) =>
        row.code === null
          ? []
          : row.values.flatMap((value, column) => (value !== null && !sheet.text?.includes(column) ? [{ sheet, row: r, column }] : [])),
      ),
    );
}

function otherDigit(value: string, random: Random): string {
  const at = random.pick([...value].flatMap((char, i) => (/\d/.test(char) && (i > 0 || value.length === 1) ? [i] : [])));
  const digit = (Number(value[at]) + random.int(1, 9)) % 10;
  return value.slice(0, at) + digit + value.slice(at + 1);
}

/** Spoils the sheets in place. Every change is reported; nothing is done where no table offers a place for it. */
export function damageSheets(sheets: Sheet[], options: readonly DamageOption[], random: Random): Damage[] {
  const done: Damage[] = [];
  for (const kind of options) {
    const places = spots(sheets);
    if (places.length === 0) continue;
    const { sheet, row: r, column } = random.pick(places);
    const row = sheet.rows[r]!;
    const before = row.values[column]!;
    const damage: Damage = {
      kind,
      table: sheet.title,
      label: row.label,
      column: columnsOf(sheet, row.side)[column]!.join(' > '),
      before,
      after: '',
    };
    switch (kind) {
      case 'wrong-digit':
        damage.after = otherDigit(before, random);
        row.values[column] = damage.after;
        break;
      case 'blanked-cell':
        row.values[column] = null;
        break;
      case 'missing-row':
        sheet.rows.splice(r, 1);
        break;
      case 'dropped-column':
        if (!Array.isArray(sheet.columns) || sheet.columns.length < 2) continue;
        sheet.columns = sheet.columns.filter((_, i) => i !== column);
        for (const each of sheet.rows) each.values = each.values.filter((_, i) => i !== column);
        damage.label = '';
        break;
      case 'swapped-cells': {
        const other = column + 1 < row.values.length ? column + 1 : column - 1;
        if (other < 0) continue;
        damage.after = row.values[other] ?? '';
        [row.values[column], row.values[other]] = [row.values[other]!, row.values[column]!];
        break;
      }
    }
    done.push(damage);
  }
  return done;
}
