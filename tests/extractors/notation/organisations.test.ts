import { expect, test } from 'vitest';
import { isOrganisation } from '../../../extractors/notation/organisations.ts';

test.each([
  ['江川市财政局', true],
  ['江川市财政局（本级）', true],
  ['江川市档案馆 ', true],
  ['补助经费-江川市救助站', false],
  ['财政局经费', false],
  ['合计', false],
])('%s is the name of a public body: %s', (name, is) => expect(isOrganisation(name)).toBe(is));
