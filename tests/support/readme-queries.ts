/** The questions that docs/dataset.md asks of the samples, by the name of their block. */
export const SHOWN_QUERIES: Readonly<Record<string, string>> = {
  'query-three-public': `
SELECT coalesce(p.region_city, p.entity_name) AS place, p.year, stage, m.fund, count(*) AS bodies, sum(p.threePublicExpenses) AS total,
       sum(p.overseasTravel) AS travel, sum(p.officialReception) AS reception, sum(p.vehiclePurchase) AS cars, sum(p.vehicleOperation) AS driving
FROM panel p JOIN measures m USING (document_id, stage, entity_name)
WHERE p.counts AND m.measure = 'threePublicExpenses' GROUP BY ALL ORDER BY place, p.year, stage LIMIT 6`,
  'query-personnel': `
SELECT entity_name, year, stage, generalPublicBudgetPersonnel AS personnel, generalPublicBudgetBasic AS basic,
       round(100 * personnel / basic, 1) AS percent
FROM panel WHERE counts AND personnel IS NOT NULL AND basic > 0 ORDER BY percent DESC, entity_name LIMIT 5`,
  'query-spenders': `
WITH listed AS (
  SELECT document_id, regexp_extract(project, '[^>]+$').trim() AS project, max(value_yuan) AS listed
  FROM facts WHERE classification = 'project' AND component = 'project' AND memo IS NULL AND project IS NOT NULL AND is_leaf GROUP BY ALL
), forms AS (
  SELECT document_id, name AS project, max(amount * CASE unit WHEN '亿元' THEN 100000000 WHEN '万元' THEN 10000 WHEN '千元' THEN 1000 WHEN '元' THEN 1 END) AS form
  FROM projects GROUP BY ALL
)
SELECT d.entity_name, d.year, project, listed, form
FROM listed FULL JOIN forms USING (document_id, project) JOIN documents d USING (document_id)
WHERE d.included_in IS NULL AND coalesce(d.version_group, d.document_id) = d.document_id
ORDER BY coalesce(listed, form) DESC NULLS LAST, project LIMIT 5`,
  'query-subject': `
SELECT entity_name, p.year, stage, m.vintage, m.value_yuan AS yuan, m.state
FROM panel p JOIN measures m USING (document_id, stage, entity_name)
WHERE p.counts AND m.measure = 'generalPublicBudget.208' ORDER BY yuan DESC, entity_name LIMIT 5`,
  'query-projects': `
SELECT code, min(label) AS label, count(*) AS documents, sum(yuan) AS yuan
FROM (SELECT f.document_id, f.functional_code AS code, min(f.label) AS label, max(f.value_yuan) AS yuan
      FROM facts f JOIN documents d USING (document_id)
      WHERE f.flow = 'expenditure' AND f.fund = 'all' AND f.component = 'project' AND f.memo IS NULL AND f.stage = 'initialBudget'
        AND length(f.functional_code) = 3 AND f.project IS NULL AND f.period = d.year AND coalesce(f.row_entity, d.entity_name) = d.entity_name
        AND d.included_in IS NULL AND coalesce(d.version_group, d.document_id) = d.document_id
      GROUP BY ALL)
GROUP BY code ORDER BY yuan DESC, code LIMIT 5`,
  'query-execution': `
SELECT f.entity_name, f.year, f.measure, b.value_yuan AS budget, f.value_yuan AS final, round(100 * final / budget, 1) AS percent
FROM measures f JOIN measures b USING (document_id, measure)
WHERE f.stage = 'final' AND b.stage = 'initialBudget' AND budget > 0 AND final IS NOT NULL
  AND document_id IN (SELECT document_id FROM panel WHERE counts)
ORDER BY abs(percent - 100) DESC, f.entity_name, f.measure LIMIT 5`,
  'query-changes': `
SELECT d.entity_name, d.year, s.measure, s.value, s.unit, s.base, s.change, s.percent
FROM statements s JOIN documents d USING (document_id)
WHERE s.relation = 'amount' AND s.measure IS NOT NULL AND s.unit = '万元' AND s.change <> 0 AND coalesce(d.version_group, d.document_id) = d.document_id
ORDER BY abs(s.change) DESC, d.entity_name LIMIT 5`,
  'query-broken': `
SELECT document_id, kind AS verdict, table_title, actual, expected, residual, proposal, page, line
FROM review WHERE rule_id = 'equation/broken' ORDER BY TRY_CAST(money_at_stake AS DECIMAL(38, 2)) DESC, document_id, line`,
  'query-reception': `
SELECT m.presence, m.source, count(*) AS bodies, min(entity_name) AS first, min(m.reason) AS reason
FROM panel p JOIN measures m USING (document_id, stage, entity_name)
WHERE p.counts AND m.measure = 'officialReception' AND m.presence <> 'value' GROUP BY ALL ORDER BY bodies DESC, m.presence`,
};
