import type { Disclosure } from '../../../schemas/disclosure.ts';
import type { DocumentRecord } from '../../../schemas/records.ts';
import type { Report } from '../../../schemas/report.ts';
import { factCells } from '../../../schemas/table.ts';
import type { DocumentKey } from './coverage.ts';

/** The row of documents.csv, before its versions are known. */
export function documentRecord(document: DocumentKey, disclosure: Disclosure, report: Report, facts: number): DocumentRecord {
  const equations = { exact: 0, tail: 0, broken: 0 };
  for (const { status } of report.equations) equations[status]++;
  return {
    ...document,
    sha256: report.sha256,
    bytes: report.bytes,
    pages: report.pages,
    pages_recognised: report.pagesRecognised,
    media: report.media,
    profile: report.profile,
    disclosure_kind: disclosure.kind,
    entity_code: disclosure.entity.code,
    entity_name: disclosure.entity.name,
    scope: disclosure.scope,
    year: disclosure.year,
    status: report.status,
    tables: disclosure.tables.length,
    facts,
    equations_exact: equations.exact,
    equations_tail: equations.tail,
    equations_broken: equations.broken,
    review_items: report.review.length,
    reason: report.reason,
    title: disclosure.title,
    region_province: disclosure.region.province,
    region_city: disclosure.region.city,
    region_county: disclosure.region.county,
    region_code: disclosure.region.code,
    level: disclosure.level,
    parent_entity: disclosure.parentEntity,
    entity_id: disclosure.entityId,
    supersedes: '',
    superseded_by: null,
    version_reason: null,
    version_group: null,
    included_in: null,
    reviewed: report.decisions ?? 0,
    confirmed: disclosure.tables.flatMap(factCells).filter(({ valueState }) => valueState === 'confirmed').length,
  };
}
