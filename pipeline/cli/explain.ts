import { type Language, RULES, type Rule, ruleOf } from '../../schemas/rules/index.ts';
import { EXIT, UserError } from '../base/errors.ts';
import { didYouMean } from '../base/suggest.ts';
import { print } from './talk.ts';

const LABELS = {
  zh: { severity: '级别', kind: '类别', message: '消息', why: '原因', remedy: '处理' },
  en: { severity: 'severity', kind: 'kind', message: 'message', why: 'why', remedy: 'what to do' },
} as const;

function explanation(ruleId: string, rule: Rule, language: Language): string {
  const labels = LABELS[language];
  const zh = language === 'zh';
  const lines: [string, string][] = [
    [labels.severity, rule.severity],
    [labels.kind, rule.kind],
    [labels.message, rule[language]],
    [labels.why, zh ? rule.whyZh : rule.why],
    [labels.remedy, zh ? rule.doZh : rule.do],
  ];
  return `${ruleId}\n${lines.map(([label, text]) => `  ${label}: ${text}\n`).join('')}`;
}

function unknownRule(ruleId: string): UserError {
  const meant = didYouMean(ruleId, Object.keys(RULES));
  return new UserError(EXIT.usage, {
    en: `There is no rule "${ruleId}". ${meant ? `Did you mean "${meant}"?` : 'Run "duizhang explain" for all rules.'}`,
    zh: `没有规则“${ruleId}”。${meant ? `是否指“${meant}”？` : '运行 "duizhang explain" 查看全部规则。'}`,
  });
}

export function explainCommand(ruleId: string | undefined, language: Language): number {
  if (ruleId === undefined) {
    print(
      Object.entries(RULES)
        .map(([id, rule]) => `${id}\t${rule.severity}\t${rule[language]}\n`)
        .join(''),
    );
    return EXIT.ok;
  }
  const rule = ruleOf(ruleId);
  if (!rule) throw unknownRule(ruleId);
  print(explanation(ruleId, rule, language));
  return EXIT.ok;
}
