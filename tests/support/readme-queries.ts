/** The questions that docs/dataset.md asks of the samples, by the name of their block. */
export const SHOWN_QUERIES: Readonly<Record<string, string>> = {
  'query-three-public': `
SELECT place, year, kind, sum(travel) AS travel, sum(vehicles) AS vehicles, sum(reception) AS reception
FROM (SELECT coalesce(d.region_city, d.entity_name) AS place, d.year, d.disclosure_kind AS kind, d.document_id,
             max(f.value_yuan) FILTER (c.concept = 'overseasTravel') AS travel,
             max(f.value_yuan) FILTER (c.concept = 'vehicles') AS vehicles,
             max(f.value_yuan) FILTER (c.concept = 'officialReception') AS reception
      FROM facts f JOIN documents d USING (document_id),
           LATERAL (SELECT coalesce(nullif(f.row_concept, 'total'), split_part(f.measure, '.', -1)) AS concept) c
      WHERE f.table_kind = 'threePublicExpenses' AND f.period = d.year AND f.measure NOT LIKE 'change%'
        AND (d.disclosure_kind = 'budget' OR f.measure LIKE 'finalAmount%')
        AND coalesce(d.version_group, d.document_id) = d.document_id
      GROUP BY ALL)
GROUP BY ALL ORDER BY place, year, kind LIMIT 6`,
  'query-projects': `
SELECT code, min(label) AS label, count(*) AS documents, sum(yuan) AS yuan
FROM (SELECT f.document_id, f.code, min(f.label) AS label, max(f.value_yuan) AS yuan
      FROM facts f JOIN documents d USING (document_id)
      WHERE f.table_kind = 'expenditureSummary' AND f.code SIMILAR TO '2[0-9]{2}' AND f.measure = 'projectExpenditure'
        AND f.disclosure_kind = 'budget' AND coalesce(d.version_group, d.document_id) = d.document_id
      GROUP BY ALL)
GROUP BY code ORDER BY yuan DESC, code LIMIT 5`,
  'query-changes': `
SELECT entity_name, concept, period, yuan, yuan - before AS change
FROM (SELECT entity_name, concept, period, max(value_yuan) AS yuan,
             lag(max(value_yuan)) OVER (PARTITION BY entity_name, concept ORDER BY period) AS before
      FROM facts f, LATERAL (SELECT coalesce(nullif(f.row_concept, 'total'), split_part(f.measure, '.', -1)) AS concept)
      WHERE table_kind = 'threePublicExpenses' AND disclosure_kind = 'budget'
        AND concept IN ('overseasTravel', 'vehicles', 'officialReception')
      GROUP BY entity_name, concept, period)
WHERE before IS NOT NULL ORDER BY abs(change) DESC, entity_name, concept LIMIT 5`,
  'query-execution': `
SELECT entity_name, year, row_concept AS concept,
       max(value_yuan) FILTER (measure = 'budgetAmount') AS budget,
       max(value_yuan) FILTER (measure = 'finalAmount') AS final,
       round(100 * final / budget, 1) AS percent
FROM facts
WHERE disclosure_kind = 'final-accounts' AND table_kind = 'threePublicExpenses' AND row_concept <> 'total'
GROUP BY entity_name, year, row_concept HAVING budget > 0 ORDER BY abs(percent - 100) DESC, entity_name, concept LIMIT 5`,
  'query-broken': `
SELECT e.document_id, f.table_title, f.label, f.column_path AS "column", f.value, e.residual, f.line, e.fact_ids
FROM equations e JOIN facts f ON f.document_id = e.document_id AND e.fact_ids LIKE f.fact_id || ';%'
WHERE e.status = 'broken' ORDER BY abs(e.residual) DESC, e.document_id, f.line`,
};
