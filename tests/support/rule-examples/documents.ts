import { CODED, CONTENTS, COVER, profile, type RuleExample } from './texts.ts';

/** What a file is, and what a document says of itself. */
export const OF_DOCUMENTS: readonly RuleExample[] = [
  { rule: 'source/empty-file', source: new Uint8Array(0), findings: [''] },
  { rule: 'source/binary-file', source: new TextEncoder().encode('\u0000预算'), findings: [''] },
  // a lone byte that neither encoding allows
  { rule: 'source/undecodable', source: Uint8Array.of(0x31, 0x0a, 0xff, 0x0a), findings: [''] },
  { rule: 'pdf/damaged', source: new TextEncoder().encode('%PDF-1.7\n'), findings: [''] },
  {
    rule: 'source/own-output',
    source: ['<!doctype html>', '<meta charset="utf-8"><meta name="generator" content="duizhang">'],
    findings: [''],
  },
  { rule: 'document/no-disclosure', source: ['通知', '', '请各科室在周五以前交值班表。'], findings: [''] },
  {
    rule: 'document/tables-elsewhere',
    source: [...COVER, ...CONTENTS, '一、收支总体情况说明', '2026年收支总预算30.00万元。'],
    findings: [''],
    review: [''],
  },
  { rule: 'document/table-missing', source: [...COVER, ...CONTENTS, ...CODED], findings: ['5', '6'], review: ['5', '6'] },
  {
    rule: 'document/table-count',
    source: [...COVER, ...CODED],
    findings: [''],
    profiles: [profile('default'), profile('first', { expect: { tables: { min: 9, max: 18 } } })],
  },
  { rule: 'document/year-unknown', source: ['青禾市水务局', '部门预算', '', ...CODED], findings: [''] },
  {
    rule: 'profile/ambiguous',
    source: [...COVER, ...CODED],
    findings: [''],
    profiles: [profile('default'), profile('first'), profile('second')],
  },
];
