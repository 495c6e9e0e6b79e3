/** Lines of a table whose layout was lost in, the same with whole numbers and without those that count the rows out; imports schemas, model, notation. */
import type { GridRow } from '../../../model/blocks.ts';
import { withWholeNumbers } from './cut-numbers.ts';
import { withoutSerials } from './serials.ts';

/** The lines of data below `header` as they are read. */
export function cleanLines(rows: readonly GridRow[], header: readonly GridRow[]): GridRow[] {
  return withoutSerials(withWholeNumbers(rows), header);
}
