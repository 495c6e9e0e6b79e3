import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonSchema, SCHEMA_NAMES } from '../../pipeline/base/json-schemas.ts';

const FOLDER = join(import.meta.dirname, '../../schemas/json');

test('every published schema is there, and no other', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(SCHEMA_NAMES.map((name) => `${name}.json`).sort());
});

test.each(SCHEMA_NAMES)('%s.json is what "npm run schema" writes', (name) => {
  expect(readFileSync(join(FOLDER, `${name}.json`), 'utf8')).toBe(jsonSchema(name));
});
