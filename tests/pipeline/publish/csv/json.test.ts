import { expect, test } from 'vitest';
import { z } from 'zod';
import { layOut, OutputError, toJson } from '../../../../pipeline/publish/csv/json.ts';

test('members stand on lines of their own down to the depth, deeper ones on one line', () => {
  const value = { a: [{ b: [1, 2] }, { b: [] }], c: {}, d: null, e: undefined };
  expect(layOut(value, 2)).toBe('{\n  "a": [\n    {"b":[1,2]},\n    {"b":[]}\n  ],\n  "c": {},\n  "d": null\n}');
  expect(layOut(value, 0)).toBe(JSON.stringify(value));
  expect(layOut(value, Number.POSITIVE_INFINITY)).toBe(JSON.stringify(value, null, 2));
});

test('what its schema refuses is not rendered', () => {
  const render = (): string => toJson('x.json', z.strictObject({ a: z.int() }), { a: 'one' }, 1);
  expect(render).toThrow(OutputError);
  expect(render).toThrow('x.json does not satisfy its schema and was not written: a: ');
});
