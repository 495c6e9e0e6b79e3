import type { Random } from '../../../generator/random.ts';
import { applied, fromLatin1, latin1, type Mutation, type Mutator, NOTHING, type Spot, type Touched } from '../mutation.ts';
import { operatorOf, scopeOf, type Token, textOf, textsAfter, tokensOf } from '../pdf/content.ts';
import { type Packing, type PdfFile, type PdfObject, packed, pdfBytes, pdfFileOf, unpacked, withObject } from '../pdf/file.ts';
import { SPOILS } from './bytes.ts';

/** Damage that knows what a PDF is made of (ISO 32000-1, 7). */

/** What is changed of one page, in characters of its content. */
interface Change {
  start: number;
  end: number;
  text: string;
  /** Texts that the change is in or moves, as they were and as they are. */
  texts: readonly string[];
}

const overlap = (text: string, raw: string): boolean => raw !== '' && (text.includes(raw) || raw.includes(text.trim() || '\0'));

function ofTexts(page: number, texts: readonly string[]): Touched {
  const isIn = (spot: Spot): boolean => spot.page === page && texts.some((text) => overlap(text, spot.raw));
  return { inBase: isIn, inMutant: isIn };
}

const ofPages = (pages: readonly number[]): Touched => {
  const isIn = ({ page }: Spot): boolean => pages.includes(page);
  return { inBase: isIn, inMutant: isIn };
};

const ofCharacters = (characters: string): Touched => {
  const isIn = ({ raw }: Spot): boolean => [...raw].some((char) => characters.includes(char));
  return { inBase: isIn, inMutant: isIn };
};

type ChangeOf = (content: string, tokens: readonly Token[], random: Random) => Change | null;

function changedContent(changeOf: ChangeOf): Mutator['damage'] {
  return (base, random) => {
    const file = pdfFileOf(base);
    if (!file) return null;
    const page = random.int(1, file.contents.length);
    const object = file.objects.find(({ number }) => number === file.contents[page - 1]);
    if (!object) return null;
    const content = unpacked(object);
    const change = changeOf(content, tokensOf(content), random);
    if (!change) return null;
    const packing: Packing = random.chance(0.5) ? 'flate' : 'plain';
    const changed = content.slice(0, change.start) + change.text + content.slice(change.end);
    return { bytes: pdfBytes(withObject(file.objects, packed(object, changed, packing))), touched: ofTexts(page, change.texts) };
  };
}

function pick(tokens: readonly Token[], kind: Token['kind'], random: Random): number | null {
  const places = tokens.flatMap((token, i) => (token.kind === kind ? [i] : []));
  return places.length === 0 ? null : random.pick(places);
}

const NUMBERS = ['0', '-1', '1e9', '99999999999999999999', '-.5', '0.0001', '1000000', '--5', '3.', 'NaN'];

function otherNumber(text: string, random: Random): string {
  if (random.chance(0.4)) return random.pick(NUMBERS);
  return String(Math.round((Number(text) + random.pick([-200, -30, -8, -1, 1, 8, 30, 200])) * 1000) / 1000);
}

const changedNumber: ChangeOf = (_, tokens, random) => {
  const index = pick(tokens, 'number', random);
  if (index === null) return null;
  const { start, end, text } = tokens[index]!;
  const scope = scopeOf(operatorOf(tokens, index)?.text ?? '');
  return { start, end, text: otherNumber(text, random), texts: textsAfter(tokens, index, scope) };
};

const OPERATORS = [
  'Tj',
  'TJ',
  'q',
  'Q',
  'BT',
  'ET',
  'cm',
  'Do',
  'Tf',
  'W n',
  "'",
  'BI',
  'BDC',
  'EMC',
  'BX',
  'xyzzy',
  'f',
  'n',
  'sh',
  'ID',
  '',
];

const changedOperator: ChangeOf = (_, tokens, random) => {
  const index = pick(tokens, 'operator', random);
  if (index === null) return null;
  const { start, end, text } = tokens[index]!;
  // The number's own text may be what the operator was to show.
  const around = tokens.slice(Math.max(0, index - 1), index).flatMap((token) => (token.kind === 'string' ? [textOf(token.text)] : []));
  const other = random.pick([...OPERATORS, `${text} ${text}`]);
  return { start, end, text: other, texts: [...around, ...textsAfter(tokens, index, 'all')] };
};

const changedString: ChangeOf = (_, tokens, random) => {
  const index = pick(tokens, 'string', random);
  if (index === null) return null;
  const { start, end, text } = tokens[index]!;
  const at = random.int(1, Math.max(1, text.length - 2));
  const other = random.pick([
    text.slice(0, at) + random.int(0, 9) + text.slice(at + 1),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at),
    `${text.slice(0, at)}>${text.slice(at)}`,
    `${text} Tj ${text}`,
    '()',
  ]);
  const lasting = /^<[^<>]*>$/.test(other) || other === '()' || other.endsWith(`Tj ${text}`);
  return { start, end, text: other, texts: [textOf(text), textOf(other), ...(lasting ? [] : textsAfter(tokens, index, 'all'))] };
};

const INTO = [
  '3 Tr ',
  '1 g ',
  '7 Tr ',
  '0.01 0 0 0.01 0 0 cm ',
  'q '.repeat(300),
  'Q Q Q ',
  '/OC /Off BDC ',
  '/X Do ',
  '('.repeat(200),
  '[ '.repeat(500),
  '<< '.repeat(300),
  'BI /W 9 /H 9 ID \0\0\0 ',
  '1 1 1 rg 0 0 2000 2000 re f ',
  '0 0 1 1 re W n ',
];

const insertedText: ChangeOf = (_, tokens, random) => {
  const starts = tokens.flatMap(({ text, start }, i) => (text === 'q' ? [{ start, i }] : []));
  if (starts.length === 0) return null;
  const { start, i } = random.pick(starts);
  const text = random.pick(INTO);
  return { start, end: start, text, texts: textsAfter(tokens, i, 'all') };
};

/** A line or a box is left out: no text is touched. */
const lostLine: ChangeOf = (content, _, random) => {
  const lines = [...content.matchAll(/^(?!.*BT).*(?: S| f)$/gm)];
  if (lines.length === 0) return null;
  const { index, 0: line } = random.pick(lines);
  return { start: index, end: index + line.length, text: '', texts: [] };
};

/** A text is printed again a little beside itself, or another number over it. */
const printedOver: ChangeOf = (content, _, random) => {
  const texts = [...content.matchAll(/^q .*?BT.*?<([0-9a-f]+)> Tj ET Q$/gm)].filter(([, hex]) => /^(?:00[23][0-9a-e])+$/.test(hex!));
  if (texts.length === 0) return null;
  const { index, 0: line, 1: hex } = random.pick(texts);
  const other = hex!.replace(/003[0-9](?!.*003[0-9])/, `003${random.int(0, 9)}`);
  const again = random.chance(0.3) ? hex! : other;
  return { start: index, end: index, text: `${line.replace(`<${hex}>`, `<${again}>`)}\n`, texts: [textOf(hex!), textOf(again)] };
};

/** Objects that are not the content of a page. */
function structure({ objects, contents }: PdfFile): PdfObject[] {
  return objects.filter(({ number }) => !contents.includes(number));
}

function pagesWith({ objects, contents }: PdfFile, object: PdfObject): number[] {
  return contents.flatMap((content, i) => {
    const isPage = /\/Type\s*\/Page\b/.test(object.head) && object.head.includes(`/Contents ${content} 0 R`);
    return isPage && objects.includes(object) ? [i + 1] : [];
  });
}

const isFont = ({ head }: PdfObject): boolean => /\/(?:Encoding|ToUnicode)\b/.test(head);

function changedObject(pattern: RegExp, become: (text: string, random: Random) => string): Mutator['damage'] {
  return (base, random) => {
    const file = pdfFileOf(base);
    const places = file ? structure(file).flatMap((object) => [...object.head.matchAll(pattern)].map((match) => ({ object, match }))) : [];
    if (!file || places.length === 0) return null;
    const { object, match } = random.pick(places);
    const head = object.head.slice(0, match.index) + become(match[0], random) + object.head.slice(match.index + match[0].length);
    const touched = isFont(object) ? { inBase: () => true, inMutant: () => true } : ofPages(pagesWith(file, object));
    return { bytes: pdfBytes(withObject(file.objects, { ...object, head })), touched };
  };
}

const DICTIONARY_NUMBERS = [
  '0',
  '-1',
  '2147483648',
  '99999999999',
  '1e5',
  '0.5',
  'null',
  '-2147483649',
  '65536',
  '(1)',
  '[1 2]',
  '999 0 R',
];
const FILTERS = [
  '/FlateDecode',
  '/LZWDecode',
  '/ASCIIHexDecode',
  '/ASCII85Decode',
  '/RunLengthDecode',
  '/DCTDecode',
  '/JBIG2Decode',
  '/Crypt',
  '/Nothing',
  '[/FlateDecode /FlateDecode]',
  '/Fl#61teDecode',
  '[]',
  'null',
];

/** The head of one page's content changes. */
function changedHead(pattern: RegExp, become: (text: string, random: Random) => string): Mutator['damage'] {
  return (base, random) => {
    const file = pdfFileOf(base);
    const streams = file?.objects.filter(({ stream, head }) => stream !== null && pattern.test(head)) ?? [];
    if (!file || streams.length === 0) return null;
    const object = random.pick(streams);
    const head = object.head.replace(pattern, (text) => become(text, random));
    return { bytes: pdfBytes(withObject(file.objects, { ...object, head })), touched: NOTHING };
  };
}

/** Bytes of one page's content, as stored, are damaged: nobody can tell which of its texts they are. */
const changedStream: Mutator['damage'] = (base, random) => {
  const file = pdfFileOf(base);
  if (!file) return null;
  const page = random.int(1, file.contents.length);
  const object = file.objects.find(({ number }) => number === file.contents[page - 1]);
  if (!object?.stream) return null;
  const spoil = SPOILS[random.pick(Object.keys(SPOILS))]!;
  const bytes = applied(fromLatin1(object.stream), spoil(fromLatin1(object.stream), random).slice(0, 1));
  const head = random.chance(0.7) ? object.head.replace(/\/Length \d+/, `/Length ${bytes.length}`) : object.head;
  return { bytes: pdfBytes(withObject(file.objects, { ...object, head, stream: latin1(bytes) })), touched: ofPages([page]) };
};

const changedKids: Mutator['damage'] = (base, random) => {
  const file = pdfFileOf(base);
  const tree = file?.objects.find(({ head }) => /\/Kids\s*\[/.test(head));
  if (!file || !tree) return null;
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(tree.head)?.[1]?.match(/\d+ 0 R/g) ?? [];
  const own = `${tree.number} 0 R`;
  const other = random.pick([
    [...kids, random.pick(kids)],
    kids.filter((_, i) => i !== random.int(0, kids.length - 1)),
    [...kids].reverse(),
    [...kids, own],
    [own, ...kids],
    kids.flatMap((kid) => Array.from({ length: random.int(1, 40) }, () => kid)),
    [...kids, '9999 0 R', 'null', '1 0 R'],
    [],
  ]);
  const head = tree.head.replace(/\/Kids\s*\[[^\]]*\]/, `/Kids [${other.join(' ')}]`);
  return { bytes: pdfBytes(withObject(file.objects, { ...tree, head })), touched: NOTHING };
};

/** Two objects take each other's number. */
const exchangedObjects: Mutator['damage'] = (base, random) => {
  const file = pdfFileOf(base);
  if (!file) return null;
  const [first, second] = random.sample(file.objects, 2) as [PdfObject, PdfObject];
  const exchanged = file.objects.map((object) =>
    object === first ? { ...second, number: first.number } : object === second ? { ...first, number: second.number } : object,
  );
  return { bytes: pdfBytes(exchanged), touched: NOTHING };
};

/** Characters of a map stand for others. */
const changedMap: Mutator['damage'] = (base, random) => {
  const file = pdfFileOf(base);
  const map = file?.objects.find(({ stream }) => stream?.includes('beginbfchar'));
  if (!file || !map) return null;
  const content = unpacked(map);
  const entries = [...content.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]{4})>$/gm)];
  const { index, 0: entry, 1: code } = random.pick(entries);
  const target = random.pick([`003${random.int(0, 9)}`, '0000', 'fffd', 'd800', '002e', '0020', '202e', '00310032', '', 'zz']);
  const changed = `${content.slice(0, index)}<${code}> <${target}>${content.slice(index + entry.length)}`;
  const character = String.fromCharCode(Number.parseInt(code!, 16));
  const becomes = textOf(`<${target}>`);
  return { bytes: pdfBytes(withObject(file.objects, packed(map, changed, 'plain'))), touched: ofCharacters(character + becomes) };
};

/** The frame of the file: what stands between and around the objects. */
function frame(become: (text: string, random: Random) => string | null): Mutator['damage'] {
  return (base, random) => {
    const text = become(latin1(base), random);
    return text === null ? null : { bytes: fromLatin1(text), touched: NOTHING };
  };
}

const wrongPlaces = (text: string, random: Random): string => {
  const shift = random.pick([-20, -1, 1, 7, 1000, 9_999_999_999]);
  const share = random.pick([0.05, 0.3, 1]);
  return text.replace(/^\d{10}(?= \d{5} n)/gm, (place) =>
    random.chance(share)
      ? String(Math.abs(Number(place) + shift))
          .padStart(10, '0')
          .slice(-10)
      : place,
  );
};

const FRAMES: Readonly<Record<string, (text: string, random: Random) => string | null>> = {
  'pdf/places': wrongPlaces,
  'pdf/start': (text, random) => text.replace(/startxref\s+\d+/, `startxref\n${random.pick(['0', '-1', '99999999', 'x', '17'])}`),
  'pdf/trailer': (text, random) =>
    text.replace(
      /\/Root \d+ 0 R/,
      random.pick(['', '/Root 2 0 R', '/Root 999 0 R', '/Root null', '/Root 1 0 R /Prev 9', '/Root 1 0 R /Encrypt 2 0 R']),
    ),
  'pdf/header': (text, random) =>
    random.pick([
      `${'x'.repeat(random.int(1, 2000))}${text}`,
      text.slice(9),
      text.replace('%PDF-1', '%PDF-9'),
      `\r\n\r\n${text}`,
      `${'\0'.repeat(1000)}${text}`,
    ]),
  'pdf/end': (text, random) => text.slice(0, text.length - random.int(1, 3000)),
  'pdf/word': (text, random) => {
    const words = [...text.matchAll(/\b(?:endobj|endstream|obj|stream|xref|trailer)\b/g)];
    if (words.length === 0) return null;
    const { index, 0: word } = random.pick(words);
    return text.slice(0, index) + random.pick(['', word.slice(1), `${word} ${word}`]) + text.slice(index + word.length);
  },
  'pdf/update': (text, random) => {
    const pages = [...text.matchAll(/(\d+) 0 obj\s*<< \/Type \/Page\b[^\0]*?endobj/g)];
    if (pages.length < 2) return null;
    const [first, second] = random.sample(pages, 2) as [RegExpMatchArray, RegExpMatchArray];
    return `${text}${second[1]} 0 obj${first[0].slice(first[0].indexOf('obj') + 3)}\n%%EOF\n`;
  },
};

export const PDF_MUTATORS: readonly Mutator[] = [
  { name: 'pdf/content-number', damage: changedContent(changedNumber) },
  { name: 'pdf/content-operator', damage: changedContent(changedOperator) },
  { name: 'pdf/content-string', damage: changedContent(changedString) },
  { name: 'pdf/content-inserted', damage: changedContent(insertedText) },
  { name: 'pdf/content-line-lost', damage: changedContent(lostLine) },
  { name: 'pdf/content-over', damage: changedContent(printedOver) },
  { name: 'pdf/stream', damage: changedStream },
  { name: 'pdf/number', damage: changedObject(/(?<![\w.])-?\d+(?![\w.])/g, (_, random) => random.pick(DICTIONARY_NUMBERS)) },
  {
    name: 'pdf/name',
    damage: changedObject(/\/\w+/g, (name, random) => random.pick(['/Nothing', '', `${name}x`, name.slice(1), '/Type', '/Parent 2 0 R'])),
  },
  { name: 'pdf/reference', damage: changedObject(/\d+ 0 R/g, (_, random) => `${random.int(1, 30)} 0 R`) },
  {
    name: 'pdf/length',
    damage: changedHead(/\/Length \d+/, (_, random) => `/Length ${random.pick(['0', '5', '100', '9999999', '-1', '7 0 R', '1 0 R', ''])}`),
  },
  { name: 'pdf/filter', damage: changedHead(/\/Filter\s*\/\w+/, (_, random) => `/Filter ${random.pick(FILTERS)}`) },
  { name: 'pdf/kids', damage: changedKids },
  { name: 'pdf/exchanged', damage: exchangedObjects },
  { name: 'pdf/map', damage: changedMap },
  ...Object.entries(FRAMES).map(([name, become]): Mutator => ({ name, damage: frame(become) })),
];

/** Bytes anywhere, where nobody knows what they are: all the document is touched. */
export const PDF_BYTE_MUTATORS: readonly Mutator[] = Object.entries(SPOILS).map(([name, spoil]) => ({
  name,
  damage: (base, random): Mutation => ({
    bytes: applied(base, spoil(base, random).slice(0, 1)),
    touched: { inBase: () => true, inMutant: () => true },
  }),
}));
