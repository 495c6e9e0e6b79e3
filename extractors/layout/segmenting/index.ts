import type { Caption, CleanDocument, CleanLine, ContentsEntry, SegmentedDocument, TablePart } from '../../model/blocks.ts';
import { placeOfText } from '../../model/places.ts';
import type { Stage } from '../../model/stage.ts';
import { isChapterTitle, parseCaption, parseContentsEntry } from '../../notation/captions.ts';
import { compact } from '../../notation/text.ts';
import { buildParagraphs } from '../../prose/paragraphs.ts';

const NOTE = /^[（(]?(?:备注|注|说明|附注|注释)\s*[:：]/;
const NOTE_GOES_ON = /本表|如.{0,6}空|尾差|尾数|四舍五入|预算数|决算数|口径|其中/;
const UNIT_REST = /^(?:元|万元|千元|亿元)$/;
const PART_HEADING = /^第[一二三四五六七八九十]+(?:部分|章|节)/;
const PROSE_HEADING = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[)）])/;
const SENTENCE = /[。；;!！]$|，.{12,}|^[^\d]{60,}$/;
const ENDS_WITH_NUMBER = /\d%?$/;
const HEADER_START =
  /^(?:科目|单位|项目|项|收|支|序号|功能|经济|部门|预算|合计|总计|金额|["“]?三公|类|款|编码|编号|名称|行次|栏次|指标|年度|本年|一级|采购|资金|机构|资产|债务|因公|20\d\d年)/;
const FORM = /绩效|一级指标|项目[（(]政策[)）]名称/;
const MAX_INNER_LINE = 12;
const MAX_CAPTION_DISTANCE = 12;
const MAX_CAPTION_LINES = 4;
const MAX_PUBLISHER = 30;
const MAX_ENTRY_REST = 12;

type Kind = 'blank' | 'tab' | 'text';

/** Splits a document into the lines of its tables, each with its caption and notes, and the prose between them. */
export const segment: Stage<CleanDocument, SegmentedDocument> = {
  name: 'segment',
  run(document) {
    return new Segmenter(document).run();
  },
};

class Segmenter {
  private readonly lines: readonly CleanLine[];
  private readonly kinds: Kind[];
  private readonly next: Int32Array;
  private readonly parts: TablePart[] = [];
  private readonly contents: ContentsEntry[] = [];
  private readonly prose: CleanLine[] = [];
  private open: { part: TablePart; kind: 'tab' | 'sequence'; form: boolean } | null = null;
  private last: TablePart | null = null;
  private notes = 0;
  private caption: Caption | null = null;
  private captionLines: CleanLine[] = [];
  private unitOpen: string | null = null;
  private before: CleanLine | null = null;
  /** A numbered line among the entries of the contents page: its title may go on in the next line. */
  private openEntry: CleanLine | null = null;

  constructor(private readonly document: CleanDocument) {
    this.lines = document.lines;
    this.kinds = document.lines.map((line) => (line.row && line.text.trim() !== '' ? 'tab' : kindOf(line.text)));
    this.next = new Int32Array(this.lines.length).fill(-1);
    for (let i = this.lines.length - 2, following = -1; i >= -1; i--) {
      if (this.kinds[i + 1] !== 'blank') following = i + 1;
      if (i >= 0) this.next[i] = following;
    }
  }

  run(): SegmentedDocument {
    this.lines.forEach((line, i) => {
      const kind = this.kinds[i];
      if (kind === 'blank') {
        if (!this.open) this.prose.push(line);
      } else if (kind === 'tab') this.tab(line);
      else this.text(line, i);
    });
    this.dropCaption();
    return {
      media: this.document.media,
      contents: this.contents,
      parts: this.parts,
      paragraphs: buildParagraphs(this.prose),
    };
  }

  private tab(line: CleanLine): void {
    if (this.open?.kind !== 'tab' || this.open.part.lines.at(-1)?.region !== line.region) this.begin('tab');
    this.open?.part.lines.push(line);
  }

  private text(line: CleanLine, i: number): void {
    const listed = line.contents ? parseContentsEntry(line.text) : null;
    if (listed) {
      this.contents.push({ ...listed, place: placeOfText(line) });
      return;
    }
    if (this.continuesUnit(line)) return;
    if (this.takesNote(line)) return;
    const caption = parseCaption(line.text);
    if (caption && !(this.open?.kind === 'sequence' && !caption.title && !caption.number && caption.unit === null)) {
      if (caption.number && !caption.title && !this.caption?.title) this.adoptTitle(line);
      this.takeCaption(line, caption);
      return;
    }
    if (this.open?.kind === 'tab') {
      if (this.isInnerLine(line, i)) {
        this.open.part.lines.push(line);
        return;
      }
      this.close();
    }
    if (this.open?.kind === 'sequence') {
      if (!this.endsSequence(line, i)) {
        this.open.part.lines.push(line);
        if (!this.open.form && FORM.test(line.text)) this.open.form = true;
        return;
      }
      this.close();
    }
    if (this.startsSequence(line)) {
      this.begin('sequence');
      this.open!.part.lines.push(line);
      return;
    }
    if (this.namesPublisher(line, i)) return;
    this.dropCaption();
    this.takeContents(line);
    this.prose.push(line);
    this.before = line;
    this.notes = 0;
  }

  /** Before the first table a line may be an entry of the contents page, or the first or second half of one. */
  private takeContents(line: CleanLine): void {
    if (this.parts.length > 0) return;
    const rest = compact(line.text).length <= MAX_ENTRY_REST && !PROSE_HEADING.test(line.text.trim()) ? this.openEntry : null;
    const own = parseContentsEntry(line.text);
    const entry = own ?? (rest && parseContentsEntry(rest.text.trimEnd() + line.text.trim()));
    if (entry) this.contents.push({ ...entry, place: placeOfText(own ? line : (rest ?? line)) });
    this.openEntry = entry === null && this.contents.length > 0 && PROSE_HEADING.test(line.text.trim()) ? line : null;
  }

  private begin(kind: 'tab' | 'sequence'): void {
    const caption = this.caption ?? { title: null, number: null, unit: null, entity: null, year: null, places: [] };
    const part: TablePart = { caption, lines: [], notes: [] };
    this.parts.push(part);
    this.open = { part, kind, form: FORM.test(caption.title ?? '') };
    this.last = part;
    this.caption = null;
    this.captionLines = [];
    this.unitOpen = null;
    this.before = null;
    this.notes = 0;
  }

  private close(): void {
    this.open = null;
  }

  private takeCaption(line: CleanLine, caption: NonNullable<ReturnType<typeof parseCaption>>): void {
    this.close();
    if (this.caption?.title && (caption.title || (caption.number && isChapterTitle(this.caption.title)))) this.dropCaption();
    const current = this.caption ?? { title: null, number: null, unit: null, entity: null, year: null, places: [] };
    this.caption = {
      title: caption.title ?? current.title,
      number: caption.number ?? current.number,
      unit: caption.unit ?? current.unit,
      entity: caption.entity ?? current.entity,
      year: caption.year ?? current.year,
      places: [...current.places, placeOfText(line)],
    };
    this.captionLines.push(line);
    this.unitOpen = caption.unitOpen;
    this.notes = 0;
  }

  /** A caption that no table follows: an entry of the contents page, a table without rows, or plain prose. */
  private dropCaption(): void {
    const caption = this.caption;
    if (!caption) return;
    this.caption = null;
    const lines = this.captionLines;
    this.captionLines = [];
    if (caption.title && (caption.unit || caption.entity) && this.parts.length > 0 && !isChapterTitle(caption.title)) {
      this.parts.push({ caption, lines: [], notes: [] });
      return;
    }
    for (const line of lines) {
      this.takeContents(line);
      this.prose.push(line);
    }
  }

  private continuesUnit(line: CleanLine): boolean {
    if (this.unitOpen === null || !this.caption) return false;
    const unit = this.unitOpen + compact(line.text);
    this.unitOpen = null;
    if (!UNIT_REST.test(unit)) return false;
    this.caption = { ...this.caption, unit };
    this.captionLines.push(line);
    return true;
  }

  /** On a printed page a line between title and grid names the publisher even where no word says so (341-某局). */
  private namesPublisher(line: CleanLine, i: number): boolean {
    const caption = this.caption;
    if (!caption || !(caption.title || caption.number) || !line.box) return false;
    const text = compact(line.text);
    if (text.length > MAX_PUBLISHER || SENTENCE.test(text) || /[。；，]/.test(text) || PART_HEADING.test(text) || PROSE_HEADING.test(text))
      return false;
    let grid = i + 1;
    while (grid - i <= MAX_CAPTION_LINES && this.kinds[grid] !== 'tab') grid++;
    if (this.lines[grid]?.page !== line.page || this.kinds[grid] !== 'tab') return false;
    const unit = caption.unit ?? /\s(百万元|万元|千元|亿元|元)$/.exec(line.text.trimEnd())?.[1] ?? null;
    const name = text.replace(/^\d{3,}[-—_]?/, '').replace(unit === caption.unit ? '' : new RegExp(`${unit}$`), '');
    const entity = caption.entity ?? (/[局委办厅院部处会署站所队馆校园室心关府道镇乡]$/.test(name) ? name : null);
    this.caption = { ...caption, entity, unit, places: [...caption.places, placeOfText(line)] };
    this.captionLines.push(line);
    return true;
  }

  private takesNote(line: CleanLine): boolean {
    if (!this.last || this.caption) return false;
    const text = line.text.trim();
    const starts = NOTE.test(text);
    if (!starts && !(this.notes > 0 && this.notes < 6 && NOTE_GOES_ON.test(text) && text.length < 200)) return false;
    this.close();
    this.last.notes.push(line);
    this.notes++;
    return true;
  }

  /** A title that lacks the word 表, because the page or its right half was cut off, stands right above the table's number. */
  private adoptTitle(number: CleanLine): void {
    const line = this.before;
    const blanks = this.prose.length - 1 - this.prose.findLastIndex((prose) => prose.text.trim() !== '');
    if (!line || line.page !== number.page || this.prose.at(-1 - blanks) !== line) return;
    const text = compact(line.text);
    if (text.length < 3 || text.length > 20 || /[，。；：:]|\d/.test(text) || PROSE_HEADING.test(text) || PART_HEADING.test(text)) return;
    this.prose.length -= 1 + blanks;
    this.caption = { title: text, number: null, unit: null, entity: null, year: null, places: [placeOfText(line)] };
    this.captionLines = [line];
  }

  private isInnerLine(line: CleanLine, i: number): boolean {
    const text = compact(line.text);
    if (text.length > MAX_INNER_LINE || /[。；，：:]/.test(text) || PROSE_HEADING.test(text) || PART_HEADING.test(text)) return false;
    return this.kinds[this.next[i]!] === 'tab';
  }

  private startsSequence(line: CleanLine): boolean {
    const caption = this.caption;
    if (!caption || !(caption.title || caption.number) || !(caption.unit || caption.number)) return false;
    const text = compact(line.text);
    if (SENTENCE.test(text) && !FORM.test(caption.title ?? '')) return false;
    return HEADER_START.test(text) && line.line - (caption.places.at(-1)?.line ?? line.line) <= MAX_CAPTION_DISTANCE;
  }

  private endsSequence(line: CleanLine, i: number): boolean {
    const text = compact(line.text);
    if (PART_HEADING.test(text)) return true;
    if (this.open?.form) return false;
    if (SENTENCE.test(text)) return !ENDS_WITH_NUMBER.test(text);
    if (!PROSE_HEADING.test(text) || ENDS_WITH_NUMBER.test(text)) return false;
    const following = this.next[i]!;
    return (
      following >= 0 && this.kinds[following] === 'text' && SENTENCE.test(compact(this.lines[following]!.text) + this.after(following))
    );
  }

  /** The line after the next: prose is broken over lines, so one line alone may look short. */
  private after(i: number): string {
    const following = this.next[i]!;
    return following >= 0 && this.kinds[following] === 'text' ? compact(this.lines[following]!.text) : '';
  }
}

function kindOf(text: string): Kind {
  if (text === '' || text.trim() === '') return 'blank';
  if (!text.includes('\t')) return 'text';
  const filled = text.split('\t').filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return 'blank';
  return filled.length === 1 && /^\t*[^\t]{40,}$/.test(text.trimEnd()) && /[。；]$/.test(filled[0]!.trim()) ? 'text' : 'tab';
}
