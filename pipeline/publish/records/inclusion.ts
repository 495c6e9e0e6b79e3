import { groupBy } from '../../../extractors/model/add-all.ts';
import { compact, narrow } from '../../../extractors/notation/text.ts';
import { ALL_UNITS, OWN_OFFICE_AT_END } from '../../../schemas/lexicon/bodies.ts';
import { PROVINCE_BEFORE_CITY } from '../../../schemas/lexicon/versions.ts';

/** What tells whose figures a document holds: cells of documents.csv, empty text where unknown. */
export interface InclusionKey {
  document_id: string;
  entity_name: string;
  parent_entity: string;
  scope: string;
  disclosure_kind: string;
  year: string;
  region_province: string;
  version_group: string;
}

/** 某市财政局 for 某市财政局（本级）, 某市财政局（汇总） and the same with its province before it; narrow, without spaces. */
function department(name: string): string {
  const text = narrow(compact(name.replace(ALL_UNITS, '').replace(PROVINCE_BEFORE_CITY, '')));
  return text.replace(OWN_OFFICE_AT_END, '');
}

const keyOf = (name: string, { disclosure_kind, year }: InclusionKey): string => [department(name), disclosure_kind, year].join('|');

/** 朝阳区财政局 is a body of two provinces; a document need not say of which it is. */
const mayBeNear = (a: InclusionKey, b: InclusionKey): boolean =>
  a.region_province === '' || b.region_province === '' || a.region_province === b.region_province;

const isWhole = ({ scope, entity_name, year, version_group, document_id }: InclusionKey): boolean =>
  scope === 'aggregated' && entity_name !== '' && year !== '' && (version_group === '' || version_group === document_id);

/**
 * For documents of a department's own office (本级) or of a unit below it the document of the same kind and year that is of the
 * department with all its units, by document id: it holds their amounts, too. Both together would count twice. The department is the
 * parent that the document names, of an own office the body of its name.
 */
export function inclusionsOf(documents: readonly InclusionKey[]): Map<string, string> {
  const wholes = groupBy(documents.filter(isWhole), (document) => keyOf(document.entity_name, document));
  const included = new Map<string, string>();
  for (const document of documents) {
    const { document_id, scope, entity_name, parent_entity } = document;
    if (scope !== 'own' && scope !== 'subordinate') continue;
    const above = parent_entity === '' && scope === 'own' ? entity_name : parent_entity;
    const whole = above === '' ? undefined : wholes.get(keyOf(above, document))?.find((each) => mayBeNear(each, document));
    if (whole !== undefined) included.set(document_id, whole.document_id);
  }
  return included;
}
