import { describe, expect, test } from 'vitest';
import { extract } from '../pipeline/run/document/extract.ts';
import { loadProfiles } from '../pipeline/run/profiles/load-profiles.ts';
import type { Place } from '../schemas/place.ts';
import { RULES, type Rule, type RuleId, renderMessage } from '../schemas/rules/index.ts';
import { bytesOf, RULE_EXAMPLES } from './support/rule-examples/index.ts';
import { NOT_FROM_TEXT } from './support/rules-without-text.ts';

const ALL = Object.entries(RULES) as [RuleId, Rule][];
const holesOf = (text: string): string[] => [...text.matchAll(/\{[^}]*\}/g)].map(([hole]) => hole).sort();

describe('messages', () => {
  test.each(ALL)('%s renders in both languages', (id, rule) => {
    for (const language of ['zh', 'en'] as const) {
      const message = renderMessage(id, '12.00', '13.00', language);
      expect(message).not.toMatch(/[{}]/);
      for (const hole of ['actual', 'expected']) {
        if (rule[language].includes(`{${hole}}`)) expect(message).toContain(hole === 'actual' ? '12.00' : '13.00');
      }
    }
    expect(holesOf(rule.zh), 'both languages tell the same').toEqual(holesOf(rule.en));
  });

  test.each(ALL)('%s says why it matters and what to do', (_id, rule) => {
    for (const text of [rule.why, rule.do, rule.en]) expect(text).toMatch(/^.{5,}\.$/);
    for (const text of [rule.whyZh, rule.doZh, rule.zh]) expect(text).toMatch(/^.{4,}。$/);
  });

  test('what a document prints is shown as it is, replacement patterns and braces included', () => {
    expect(renderMessage('statement/disagrees', '$& {expected}', '$1', 'en')).toBe('The prose says $& {expected}, the tables say $1.');
  });
});

function where(places: readonly Place[]): string {
  return places.map(({ line, start, end }) => (start === null ? `${line}` : `${line}:${start}-${end}`)).join(' ');
}

const builtIn = await loadProfiles();

describe('examples', () => {
  test('every rule that a text can trigger has one', () => {
    const covered = new Set<string>([...RULE_EXAMPLES.map(({ rule }) => rule), ...Object.keys(NOT_FROM_TEXT)]);
    expect(Object.keys(RULES).filter((id) => !covered.has(id))).toEqual([]);
  });

  test.each(RULE_EXAMPLES.map((example) => [example.rule, example] as const))('%s', async (rule, example) => {
    const { report } = await extract(bytesOf(example), { sourceFile: 'a.txt', documentId: 'a', profiles: example.profiles ?? builtIn });
    const of = (entries: readonly { ruleId: string; places: Place[] }[]): string[] =>
      entries.filter(({ ruleId }) => ruleId === rule).map(({ places }) => where(places));
    expect({ findings: of(report.findings), review: of(report.review) }).toEqual({
      findings: example.findings ?? [],
      review: example.review ?? [],
    });
    const met = new Set([...report.findings, ...report.review].map(({ ruleId }) => ruleId));
    expect([...met].sort()).toEqual([rule, ...(example.also ?? [])].sort());
  });
});
