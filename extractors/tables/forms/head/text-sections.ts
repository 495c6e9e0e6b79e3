import { SENTENCE_MARKS } from '../../../../schemas/lexicon/writing/punctuation.ts';
import type { FormField } from '../../../../schemas/table.ts';
import { addAll } from '../../../model/add-all.ts';
import type { Head } from '../tokens/content.ts';
import { placesOf, type Token } from '../tokens/tokens.ts';
import { isOfAllYears, type LabelKind } from '../vocabulary/labels.ts';

/** A text below or beside its heading. */
interface TextSection {
  label: string;
  kind: LabelKind;
  column: number | null;
  field: FormField | null;
  endsSentence: boolean;
}

const sectionOf = ({ text, column }: Token, kind: LabelKind): TextSection => ({
  label: text,
  kind,
  column,
  field: null,
  endsSentence: false,
});

/** The headings of texts that are open, one or several side by side, and what stands below them. */
export class TextSections {
  sections: readonly TextSection[] = [];
  /** The text that stands for its kind: that of the year, else the first; the others are fields only. */
  private readonly owners = new Map<LabelKind, TextSection>();
  private readonly head: Head;

  constructor(head: Head) {
    this.head = head;
  }

  close(): void {
    this.sections = [];
  }

  only(token: Token, kind: LabelKind): void {
    this.sections = [sectionOf(token, kind)];
  }

  /** One more heading of the row. A goal before another one is the heading of both, unless it is the goal of other years. */
  open(token: Token, kind: LabelKind, values: readonly Token[]): void {
    const [first] = this.sections;
    const heading = this.sections.length === 1 && first?.field === null && first.kind === 'goal' && kind === 'goal';
    const section = sectionOf(token, kind);
    this.sections = [...(heading && !isOfAllYears(first.label) ? [] : this.sections), section];
    if (values.length > 0) this.add(section, values);
  }

  /** Text below or beside the heading of a goal; two goals side by side are told apart by order, else by column. */
  read(tokens: readonly Token[]): void {
    const inOrder = tokens.length === this.sections.length;
    if (this.sections.length === 1 || (tokens[0]?.column === null && !inOrder)) {
      const section = this.sections.find((candidate) => candidate.field === null) ?? this.sections.at(-1);
      if (section) this.add(section, tokens);
      return;
    }
    tokens.forEach((token, index) => {
      const byOrder = inOrder ? this.sections[index] : undefined;
      const section = byOrder ?? nearest(this.sections, token.column ?? 0);
      if (section) this.add(section, [token]);
    });
  }

  private add(section: TextSection, tokens: readonly Token[]): void {
    const text = tokens.map((token) => token.text).join('');
    if (!section.field) {
      section.field = { label: section.label, value: text, places: placesOf(tokens) };
      this.head.fields.push(section.field);
    } else {
      const broken = tokens[0]?.column === null || section.endsSentence;
      section.field.value += (broken ? '' : '\n') + text;
      addAll(section.field.places, placesOf(tokens));
    }
    section.endsSentence = SENTENCE_MARKS.includes(text.at(-1) ?? '');
    const { value, places } = section.field;
    const known = this.owners.get(section.kind);
    const owner = known && !(isOfAllYears(known.label) && !isOfAllYears(section.label)) ? known : section;
    this.owners.set(section.kind, owner);
    if (owner === section) this.head.found[section.kind] = { text: value, column: section.column, places };
  }
}

function nearest(sections: readonly TextSection[], column: number): TextSection | undefined {
  return sections.reduce<TextSection | undefined>((best, section) => {
    const distance = Math.abs((section.column ?? 0) - column);
    return best === undefined || distance < Math.abs((best.column ?? 0) - column) ? section : best;
  }, undefined);
}
