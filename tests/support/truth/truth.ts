import type { FactRecord } from '../../../schemas/records.ts';

/** One value that is right, or several; '' among them: saying nothing is right too. */
export type Accepted = string | number | null | readonly (string | number | null)[];

/** Columns of facts.csv that a person said the right values of, by their names there; `entity` is `row_entity`. */
export type TrueCoordinates = Readonly<Partial<Record<string, Accepted>>>;

export interface TrueColumn {
  panel?: number;
  path: readonly string[];
  pathAlso?: readonly (readonly string[])[];
  coordinates: TrueCoordinates;
}

/** A row as printed; `cells` one per value column of its panel, '' where nothing is printed. `page` where its table has several. */
export interface TrueRow {
  panel: number;
  code: string;
  codeAccept?: readonly string[];
  label: string;
  labelAlso?: readonly string[];
  role: FactRecord['row_role'];
  roleAlso?: readonly string[];
  roleAccept?: readonly string[];
  /** Index of the row above it in the hierarchy; a row of a page that is not in the truth is named instead. */
  parent: number | null;
  parentOutside?: { code?: string; label: string };
  page?: number;
  coordinates: TrueCoordinates;
  cells: readonly string[];
}

export interface TrueTable {
  pages: readonly number[];
  /** Only some pages of it were read. */
  partial?: boolean;
  number: string | null;
  title: string;
  titleAlso?: readonly string[];
  unit: string;
  coordinates: TrueCoordinates;
  columns: readonly TrueColumn[];
  rows: readonly TrueRow[];
}

/** What a person read on the pages of a published document. */
export interface Truth {
  document: string;
  entity: {
    name: string;
    scope: Accepted;
    scopeAccept?: Accepted;
    parent: Accepted;
    level: Accepted;
    region_code: Accepted;
    year: number;
    kind: string;
  };
  /** Pages whose forms were not read. */
  leftOut: readonly { pages: readonly number[] }[];
  tables: readonly TrueTable[];
}

export const listOf = (accepted: Accepted | undefined): string[] =>
  accepted === undefined ? [] : [accepted].flat().map((one) => (one === null ? '' : String(one)));

/** Texts are the same where only spaces, widths and quotation marks differ. */
export const plain = (text: string | null | undefined): string => (text ?? '').normalize('NFKC').replace(/[\s"“”'‘’]/g, '');
