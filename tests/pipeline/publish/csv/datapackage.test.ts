import { expect, test } from 'vitest';
import { dataPackage } from '../../../../pipeline/publish/csv/datapackage.ts';
import { DataPackage } from '../../../../schemas/data-package.ts';

const descriptor = dataPackage('2026-01-02T03:04:05.000Z');
const resource = (name: string) => descriptor.resources.find((candidate) => candidate.name === name);
const field = (name: string, column: string) => resource(name)?.schema.fields.find((candidate) => candidate.name === column);

test('describes every CSV file', () => {
  expect(DataPackage.safeParse(descriptor).error).toBeUndefined();
  expect(descriptor.resources.map(({ path }) => path)).toEqual([
    'facts.csv',
    'equations.csv',
    'indicators.csv',
    'projects.csv',
    'statements.csv',
    'tables.csv',
    'documents.csv',
    'review.csv',
    'coverage.csv',
    'measures.csv',
    'panel.csv',
    'declarations.csv',
    'tasks.csv',
  ]);
});

test('fields are typed from the schemas', () => {
  expect(field('facts', 'value')).toEqual({ name: 'value', type: 'number' });
  expect(field('facts', 'year')).toEqual({ name: 'year', type: 'integer' });
  expect(field('facts', 'confidence')).toEqual({ name: 'confidence', type: 'number', constraints: { required: true } });
  expect(field('facts', 'side')).toEqual({ name: 'side', type: 'string', constraints: { enum: ['revenue', 'expenditure'] } });
  expect(field('facts', 'review')).toEqual({ name: 'review', type: 'boolean', constraints: { required: true } });
  expect(field('facts', 'label')).toEqual({ name: 'label', type: 'string' });
  expect(field('statements', 'agrees')).toEqual({ name: 'agrees', type: 'boolean' });
  expect(field('equations', 'residual')).toEqual({ name: 'residual', type: 'number', constraints: { required: true } });
});

test('keys', () => {
  expect(resource('facts')?.schema.primaryKey).toEqual(['document_id', 'fact_id']);
  expect(resource('equations')?.schema.foreignKeys).toEqual([
    { fields: ['document_id'], reference: { resource: 'documents', fields: ['document_id'] } },
  ]);
  expect(resource('documents')?.schema.primaryKey).toEqual(['document_id']);
  expect(resource('documents')?.schema.foreignKeys).toBeUndefined();
});
