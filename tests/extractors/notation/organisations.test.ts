import { expect, test } from 'vitest';
import { areOtherBodies, isOrganisation } from '../../../extractors/notation/organisations.ts';

test.each([
  ['江川市财政局', true],
  ['江川市财政局（本级）', true],
  ['江川市档案馆 ', true],
  ['补助经费-江川市救助站', false],
  ['财政局经费', false],
  ['合计', false],
])('%s is the name of a public body: %s', (name, is) => expect(isOrganisation(name)).toBe(is));

test.each([
  ['江川市财政局', '江川市会计中心', true],
  ['江川市财政局', '341-江川市财政局', false],
  ['江川市财政局', '江川 市财政局', false],
  ['江川市财政局', '江川市财政局（本级）', true],
  ['江川市财政局', '江川市财政局机关', true],
  ['财政局', '江川市财政局', false],
  ['江川市财政局', '2026年度', false],
])('%s and %s are two bodies: %s', (a, b, are) => expect([areOtherBodies(a, b), areOtherBodies(b, a)]).toEqual([are, are]));
