import { toYuan } from '../../../extractors/notation/numbers.ts';
import type { Declaration, Statement } from '../../../schemas/disclosure.ts';
import type { DeclarationRecord, StatementRecord } from '../../../schemas/records.ts';
import type { Table } from '../../../schemas/table.ts';
import { addressOf, coordinateColumns, whereOf } from './columns.ts';
import type { DocumentKey } from './coverage.ts';

export function statementRecord(document: DocumentKey, statement: Statement): StatementRecord {
  const { about } = statement;
  return {
    ...document,
    concept: statement.concept,
    subject_code: statement.subjectCode,
    value: statement.value,
    unit: statement.unit,
    period: statement.period,
    quote: statement.quote,
    ...whereOf(statement.places),
    agrees: statement.agrees,
    ...addressOf(statement.places),
    statement_id: statement.id,
    value_yuan: toYuan(statement.value, statement.unit),
    relation: about.relation,
    measure: about.measure,
    ...coordinateColumns(about.coordinates),
    base: about.base,
    change: about.change,
    percent: about.percent,
    reason: about.reason,
  };
}

export function declarationRecord(document: DocumentKey, declaration: Declaration, tables: readonly Table[]): DeclarationRecord {
  return {
    ...document,
    declaration_id: declaration.id,
    kind: declaration.kind,
    measure: declaration.measure,
    subject: declaration.subject,
    table_index: declaration.tableIndex,
    table_kind: tables.find(({ index }) => index === declaration.tableIndex)?.kind ?? null,
    period: declaration.period,
    quote: declaration.quote,
    ...whereOf(declaration.places),
    ...addressOf(declaration.places),
  };
}
