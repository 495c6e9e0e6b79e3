import { type Figure, STAGES } from '../../../extractors/measures/index.ts';
import { groupBy } from '../../../extractors/model/add-all.ts';
import type { Disclosure } from '../../../schemas/disclosure.ts';
import { WIDE_MEASURES } from '../../../schemas/lexicon/measures/index.ts';
import type { MeasureRecord, PanelRecord } from '../../../schemas/records.ts';

const LIST_SEPARATOR = '; ';

type Whose = Pick<
  MeasureRecord,
  'document_id' | 'source_file' | 'entity_id' | 'entity_name' | 'scope' | 'parent_entity' | 'year' | 'disclosure_kind' | 'stage'
>;

/** A body that only tables name has neither id nor scope; it stands in the file of the document's body. */
function whoseOf(disclosure: Disclosure, { entity, stage }: Pick<Figure, 'entity' | 'stage'>): Whose {
  const own = entity === null;
  return {
    document_id: disclosure.documentId,
    source_file: disclosure.sourceFile,
    entity_id: own ? disclosure.entityId : null,
    entity_name: entity ?? disclosure.entity.name,
    scope: own ? disclosure.scope : null,
    parent_entity: own ? disclosure.parentEntity : disclosure.entity.name,
    year: disclosure.year,
    disclosure_kind: disclosure.kind,
    stage,
  };
}

export function measureRecord(disclosure: Disclosure, figure: Figure): MeasureRecord {
  return {
    ...whoseOf(disclosure, figure),
    measure: figure.measure,
    value_yuan: figure.valueYuan,
    quantity: figure.quantity?.value ?? null,
    unit: figure.quantity?.unit ?? null,
    presence: figure.presence,
    state: figure.state,
    source: figure.source,
    fact_id: figure.ids.join(LIST_SEPARATOR),
    fund: figure.fund,
    component: figure.component,
    vintage: figure.vintage,
    table_index: figure.table?.index ?? null,
    table_kind: figure.table?.kind ?? null,
    agreeing: figure.agreeing,
    others: figure.others.map(({ id, valueYuan }) => `${id}=${valueYuan}`).join(LIST_SEPARATOR),
    reason: figure.reason,
    review: figure.review,
    previous: figure.previous?.valueYuan ?? null,
    previous_base: figure.previous?.base ?? null,
    previous_source: figure.previous?.source ?? null,
    previous_id: figure.previous?.id ?? null,
  };
}

/** A row for each body and stage. */
export function panelRecords(disclosure: Disclosure, figures: readonly Figure[]): PanelRecord[] {
  return [...groupBy(figures, ({ entity, stage }) => `${stage}|${entity ?? ''}`).values()].map((group) => panelRecord(disclosure, group));
}

function panelRecord(disclosure: Disclosure, figures: readonly [Figure, ...Figure[]]): PanelRecord {
  const byId = new Map(figures.map((figure) => [figure.measure, figure]));
  const those = (test: (figure: Figure) => boolean): string =>
    WIDE_MEASURES.filter((id) => {
      const figure = byId.get(id);
      return figure !== undefined && test(figure);
    }).join(LIST_SEPARATOR);
  return {
    ...whoseOf(disclosure, figures[0]),
    region_province: disclosure.region.province,
    region_city: disclosure.region.city,
    counts: figures[0].entity === null && (disclosure.kind === null || figures[0].stage === STAGES[disclosure.kind][0]),
    ...Object.fromEntries(WIDE_MEASURES.map((id) => [id, byId.get(id)?.valueYuan ?? null])),
    blank: those(({ presence }) => presence === 'blank'),
    declared_none: those(({ presence }) => presence === 'declaredNone'),
    withheld: those(({ presence }) => presence === 'withheld'),
    lost: those(({ presence }) => presence === 'lost'),
    stated: those(({ state }) => state === 'stated'),
    review: those(({ review }) => review),
  };
}
