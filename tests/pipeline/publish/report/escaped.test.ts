import fc from 'fast-check';
import { html } from 'hono/html';
import { expect, test } from 'vitest';
import { escaped } from '../../../../pipeline/publish/report/markup.ts';

test('document text is escaped as hono escapes it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '`', 'a', '科', '\n', '&amp;') }), (text) => {
      expect(escaped(text)).toBe(String(html`${text}`));
    }),
  );
});
