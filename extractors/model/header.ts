import type { Column, Side, TableShape } from '../../schemas/table.ts';
import type { GridRow, JoinedTable } from './blocks.ts';

/** Tables whose header has been read. Internal, therefore types only. */

export interface KeyColumn {
  grid: number;
  role: 'code' | 'code-part' | 'name' | 'line-no' | 'key' | 'text';
  header: string;
  /** The header cell above, where there is one: 类 | 款 below 部门预算支出经济科目编码. */
  group?: string;
}

export interface PanelSpec {
  index: number;
  side: Side | null;
  name: string;
  keys: KeyColumn[];
  /** Indices into `columns`. */
  values: number[];
}

/** `grid` is the column of the grid that the value column was read from; null where the layout was lost. */
export interface ValueColumn extends Column {
  grid: number | null;
}

export interface HeaderedTable extends JoinedTable {
  title: string;
  kind: string;
  shape: TableShape;
  layout: 'columns' | 'sequence';
  panels: PanelSpec[];
  columns: ValueColumn[];
  /** Other readings of the header (template order), to be preferred where the equations say so. */
  templates: string[][][];
  headerDamaged: string | null;
  data: GridRow[];
}
