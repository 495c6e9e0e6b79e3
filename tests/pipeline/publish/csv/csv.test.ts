import { expect, test } from 'vitest';
import { headerLine, recordLines } from '../../../../pipeline/publish/csv/csv.ts';
import { FIELDS } from '../../../../pipeline/publish/csv/fields.ts';

type Values = Record<string, string | boolean>;
const row = (file: 'facts.csv' | 'indicators.csv' | 'equations.csv', values: Values): Record<string, string | boolean | null> =>
  Object.fromEntries(FIELDS[file].map(({ name }) => [name, values[name] ?? null]));
const cells = (file: 'facts.csv' | 'indicators.csv' | 'equations.csv', values: Values): string =>
  recordLines(file, [row(file, values)]).replace(/^,+|,*\r\n$/g, '');

test('numbers stay as they are in every column, what a spreadsheet would run in none', () => {
  expect(cells('facts.csv', { label: '=A1', raw: '-△5', value: '-5', fact_id: '-f' })).toMatch(/^'-f,.*,'=A1,.*,'-△5,-5$/);
  expect(cells('indicators.csv', { operator: '=', target: '-5', actual: '=x' })).toBe("'=,-5,,,'=x");
  expect(cells('equations.csv', { fact_ids: '+a; -b', residual: '-0.01' })).toBe("'+a; -b,,-0.01");
});

test('CRLF, quotes, booleans, empty cells', () => {
  expect(recordLines('equations.csv', [])).toBe('');
  expect(cells('facts.csv', { label: 'a,"b"\nc', is_leaf: false, review: true })).toMatch(/^"a,""b""\nc",,,,false,.*,true$/s);
});

test('columns stand in the order of the contract', () => {
  expect(headerLine('equations.csv')).toBe('document_id,source_file,equation_id,identity,scope,fact_ids,addends,residual,u,status\r\n');
  expect(headerLine('facts.csv')).toBe(
    'document_id,source_file,fact_id,entity_code,entity_name,year,disclosure_kind,table_index,table_number,table_kind,table_title,unit,' +
      'row_index,line_no,side,panel,code,label,label_path,keys,row_role,is_leaf,column_path,column_path_raw,period,measure,' +
      'flow,fund,component,memo,vintage,stage,classification,functional_code,department_economic_code,government_economic_code,project,' +
      'row_entity,item,raw,value,' +
      'value_yuan,page,line,bbox,value_state,placement_state,confidence,review,row_concept,subject_code,cell,primary\r\n',
  );
});
