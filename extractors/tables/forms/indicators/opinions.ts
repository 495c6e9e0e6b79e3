import { OPINION_RESTART, OPINION_SECTIONS, OPTIONS, WHOLE_OPINION } from '../../../../schemas/lexicon/forms/labels.ts';
import type { FormField } from '../../../../schemas/table.ts';
import { compact } from '../../../notation/text.ts';
import type { FormRow } from '../tokens/sequence.ts';
import { isTick, placesOf, type Token } from '../tokens/tokens.ts';
import { labelKindOf } from '../vocabulary/labels.ts';

/**
 * Lists of options to tick (结果应用建议, 审核意见) below a self-evaluation. Only what is ticked becomes a field, named
 * `section/option`. The section's own label is often lost or printed beside another row; the option that opens each list is not.
 */
export class OpinionReader {
  readonly fields: FormField[] = [];
  private section = OPINION_SECTIONS[0] ?? '';
  private restarts = 0;
  private listed = false;

  read(row: FormRow): void {
    const { tokens } = row;
    const first = tokens[0];
    if (!first) return;
    const label = isSection(first) ? first : null;
    const rest = label ? tokens.slice(1) : tokens;
    if (label && WHOLE_OPINION.test(compact(label.text))) {
      this.add(label.text, rest, tokens);
      return;
    }
    if (tokens.some((token) => OPTIONS.test(token.text))) this.listed = true;
    if (label && !this.listed) this.section = label.text;
    const option = rest[0];
    if (!option) return;
    if (OPINION_RESTART.test(compact(option.text))) {
      this.restarts = Math.min(this.restarts + 1, OPINION_SECTIONS.length - 1);
      this.section = OPINION_SECTIONS[this.restarts] ?? this.section;
    }
    if (isTick(option.text)) {
      this.add(this.section, rest, tokens);
      return;
    }
    if (
      rest.length > 1 &&
      rest.slice(1).some((token) => isTick(token.text) || token.text.length > 0) &&
      labelKindOf(option.text) !== 'opinion'
    ) {
      this.add(`${this.section}/${option.text}`, rest.slice(1), tokens);
    }
  }

  private add(label: string, values: readonly Token[], tokens: readonly Token[]): void {
    const texts = values.map((token) => token.text.replace(/^[√✓☑✔]\s*/, '')).filter((text) => text !== '');
    const value = texts.length > 0 ? texts.join('') : values.length > 0 ? '√' : '';
    if (value !== '') this.fields.push({ label, value, places: placesOf(tokens) });
  }
}

const isSection = (token: Token): boolean => labelKindOf(token.text) === 'opinion' && !OPTIONS.test(compact(token.text));
