import { packed } from '../../generator/ofd.ts';
import { UTF8_NAME, type ZipEntry, zip } from '../zip.ts';
import { AMOUNTS, drawn, partsOf, plain, png, textObject, type Way, written } from './page.ts';

type Parts = Record<string, string | Uint8Array>;

const PAGE = 'Doc_0/Pages/Page_0/Content.xml';
export const SOUND: Parts = partsOf({ content: plain });
const page = (content: string, root = ''): string => `<o:Page>${root}<o:Content><o:Layer>${content}</o:Layer></o:Content></o:Page>`;
const pagesOf = (listed: string): string =>
  `<o:Document><o:CommonData><o:PublicRes>PublicRes.xml</o:PublicRes></o:CommonData><o:Pages>${listed}</o:Pages></o:Document>`;

export const withParts = (parts: Parts): Uint8Array => packed({ ...SOUND, ...parts });
export const without = (path: string): Uint8Array => packed(Object.fromEntries(Object.entries(SOUND).filter(([name]) => name !== path)));

/** The sound file, with what is said of one of its members changed. */
export function claiming(path: string, change: Partial<ZipEntry>): Uint8Array {
  return zip(Object.entries(SOUND).map(([name, content]) => ({ name, content, flags: UTF8_NAME, ...(name === path ? change : {}) })));
}

/** Several pages with the table, of which one is spoilt after it was packed. */
export function spoilt(which: number, how: 'digit' | 'data'): Uint8Array {
  const content = String(SOUND[PAGE]);
  const names = [1, 2, 3].map((number) => `Doc_0/Pages/Page_${number}/Content.xml`);
  const listed = names.map((name, i) => `<o:Page ID="${i + 1}" BaseLoc="/${name}"/>`).join('');
  const parts: Parts = { ...SOUND, 'Doc_0/Document.xml': pagesOf(listed) };
  for (const name of names) parts[name] = content;
  const entries = Object.entries(parts).map(([name, text]) => ({
    name,
    content: text,
    stored: how === 'digit' && name === names[which - 1],
  }));
  const bytes = new Uint8Array(zip(entries));
  const head = Buffer.from(bytes.buffer).indexOf(names[which - 1]!);
  const start = head + names[which - 1]!.length;
  if (how === 'data') bytes.fill(0xff, start + 200, start + 260);
  else bytes[Buffer.from(bytes.buffer).indexOf('>30.00<', start) + 1] = '9'.charCodeAt(0);
  return bytes;
}

const units = (content: (number: number) => string, count: number): string =>
  `<o:CompositeGraphicUnits>${Array.from({ length: count }, (_, i) => `<o:CompositeGraphicUnit ID="u${i}"><o:Content>${content(i)}</o:Content></o:CompositeGraphicUnit>`).join('')}</o:CompositeGraphicUnits>`;
const unit = (number: number): string => `<o:CompositeObject Boundary="0 0 210 297" ResourceID="u${number}"/>`;
const withUnits = (content: (number: number) => string, count: number): Uint8Array =>
  written({ content: () => unit(0), resources: () => units(content, count) });

/** Units that each paint the next one twice. */
export const doublingUnits = (count: number): Uint8Array =>
  withUnits((number) => (number + 1 < count ? unit(number + 1).repeat(2) : drawn(AMOUNTS)), count);
export const unitInItself = (): Uint8Array => withUnits(() => unit(0), 1);
export const chainOfUnits = (count: number): Uint8Array => withUnits((number) => unit(number + 1), count);

const PATTERN = (content: string): string =>
  `<o:FillColor><o:Pattern Width="9" Height="9"><o:CellContent>${content}</o:CellContent></o:Pattern></o:FillColor>`;
const PATH = (attributes: string, inside = ''): string =>
  `<o:PathObject Boundary="0 0 9 9" Fill="true" ${attributes}>${inside}<o:AbbreviatedData>M 0 0 L 9 0 L 9 9 C</o:AbbreviatedData></o:PathObject>`;

/** A pattern whose cell is painted with the drawing parameters that the pattern is part of. */
export const patternInItself: Way = {
  content: plain,
  before: PATH('DrawParam="4"'),
  resources: () => `<o:DrawParams><o:DrawParam ID="4">${PATTERN(PATH('DrawParam="4"'))}</o:DrawParam></o:DrawParams>`,
};

type Refused = Readonly<Record<string, readonly [bytes: () => Uint8Array, ruleId: string]>>;

const LAUGHS = `<!DOCTYPE o [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, i) => `<!ENTITY b${i} "${`&${i === 0 ? 'a' : `b${i - 1}`};`.repeat(10)}">`).join('')}]>`;

/** What cannot be read, and what is said of it. */
export const REFUSED: Refused = {
  'members that are encrypted by the standard for it': [
    () => packed({ 'Encryptions.xml': '<o:Encryptions xmlns:o="x"/>', 'decryptseed.dat': 'x', '0.dat': 'x' }),
    'ofd/encrypted',
  ],
  'members that are encrypted as ZIP does it': [() => claiming(PAGE, { flags: 1 | UTF8_NAME }), 'ofd/encrypted'],
  'cut in the middle': [() => packed(SOUND).subarray(0, 900), 'ofd/damaged'],
  'a main file that is no XML': [() => withParts({ 'OFD.xml': '<o:OFD><o:DocBody>' }), 'ofd/damaged'],
  'no document': [() => without('Doc_0/Document.xml'), 'ofd/damaged'],
  'no page where the document says': [() => without(PAGE), 'ofd/damaged'],
  'no pages': [() => withParts({ 'Doc_0/Document.xml': pagesOf('') }), 'ofd/no-pages'],
  'pictures without text': [
    () =>
      withParts({
        [PAGE]: page('<o:ImageObject Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="9"/>'),
        'Doc_0/PublicRes.xml':
          '<o:Res BaseLoc="Res"><o:MultiMedias><o:MultiMedia ID="9"><o:MediaFile>a.png</o:MediaFile></o:MultiMedia></o:MultiMedias></o:Res>',
        'Doc_0/Res/a.png': png(),
      }),
    'ofd/needs-ocr',
  ],
  'entities that grow tenfold twenty times': [() => withParts({ [PAGE]: `${LAUGHS}${page('&b19;')}` }), 'ofd/damaged'],
  'blocks 5,000 deep': [() => withParts({ [PAGE]: page('<o:PageBlock>'.repeat(5000) + '</o:PageBlock>'.repeat(5000)) }), 'ofd/damaged'],
  'a page of 33 MB': [() => withParts({ [PAGE]: page(' '.repeat(33 * 2 ** 20)) }), 'ofd/too-large'],
  'a page that claims 4 GB': [() => claiming(PAGE, { claims: { size: 0xfffffff0 } }), 'ofd/too-large'],
  'a million elements': [() => withParts({ [PAGE]: page('<a></a>'.repeat(1_000_001)) }), 'ofd/too-large'],
  'more attributes than fit': [() => withParts({ [PAGE]: page(`<a ${'b="" '.repeat(4_000_001)}/>`) }), 'ofd/too-large'],
  '20,001 pages': [() => withParts({ 'Doc_0/Document.xml': pagesOf('<o:Page BaseLoc="a"/>'.repeat(20_001)) }), 'ofd/too-large'],
  'units that paint each other 2^30 times': [() => doublingUnits(30), 'ofd/too-large'],
  'a template that is named 200,000 times': [
    () =>
      written({
        content: plain,
        common: '<o:TemplatePage ID="7" BaseLoc="Tpl.xml"/>',
        page: '<o:Template TemplateID="7"/>'.repeat(200_000),
        parts: () => ({ 'Doc_0/Tpl.xml': page(drawn(AMOUNTS)) }),
      }),
    'ofd/too-large',
  ],
};

const SQUARE = (size: number): string => `${size} 0 0 ${size} 0 0`;

/** What looks as bad and is read all the same: the table comes out, with these findings besides. */
export const READ: Readonly<Record<string, readonly [bytes: () => Uint8Array, findings: readonly string[]]>> = {
  'a page that is listed a thousand times': [
    () => withParts({ 'Doc_0/Document.xml': pagesOf('<o:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>'.repeat(1000)) }),
    ['pdf/pages-repeated'],
  ],
  'a pattern within itself': [() => written(patternInItself), []],
  'a template that names itself': [
    () =>
      written({
        content: plain,
        common: '<o:TemplatePage ID="7" BaseLoc="Tpl.xml"/>',
        page: '<o:Template TemplateID="7"/>',
        parts: () => ({ 'Doc_0/Tpl.xml': page('', '<o:Template TemplateID="7"/>') }),
      }),
    [],
  ],
  'a unit within itself': [
    () => written({ content: plain, after: unit(0), resources: () => units(() => unit(0), 1) }),
    ['ofd/objects-passed-over'],
  ],
  '10,000 units in a row': [
    () => written({ content: plain, after: unit(0), resources: () => units((number) => unit(number + 1), 10_000) }),
    ['ofd/objects-passed-over'],
  ],
  'a text without a size': [
    () => written({ content: plain, after: textObject(AMOUNTS[0]!).replace('Size="3.5"', 'Size="?"') }),
    ['ofd/objects-passed-over'],
  ],
  'offsets that are no numbers': [
    () => written({ content: plain, after: textObject(AMOUNTS[0]!, { code: 'X="0" DeltaX="g x 1"' }) }),
    ['ofd/objects-passed-over'],
  ],
  'a transformation that is none': [
    () => written({ content: plain, after: textObject(AMOUNTS[0]!, { attributes: 'CTM="1 0"' }) }),
    ['ofd/objects-passed-over'],
  ],
  'a path of 100,000 points': [
    () => written({ content: plain, after: PATH('Stroke="false"').replace('M 0 0', `M 0 0 ${'L 1 1 L 2 2 '.repeat(50_000)}`) }),
    [],
  ],
  'no template where the document says': [
    () =>
      written({
        content: plain,
        common: '<o:TemplatePage ID="7" BaseLoc="../../../../etc/passwd"/>',
        page: '<o:Template TemplateID="7"/>',
      }),
    ['ofd/parts-unread'],
  ],
  'no resources': [() => without('Doc_0/PublicRes.xml'), ['ofd/parts-unread']],
  'an attached workbook': [
    () =>
      written({
        content: plain,
        document: '<o:Attachments>Attachs/Attachments.xml</o:Attachments>',
        parts: () => ({
          'Doc_0/Attachs/Attachments.xml':
            '<o:Attachments><o:Attachment Name="附表" Format="xlsx"/><o:Attachment Name="data" Visible="false"/></o:Attachments>',
        }),
      }),
    ['ofd/attachments-unread'],
  ],
  'a picture that is nowhere': [
    () => written({ content: plain, after: `<o:ImageObject Boundary="0 0 9 9" CTM="${SQUARE(9)}" ResourceID="404"/>` }),
    [],
  ],
  'two documents': [
    () =>
      withParts({
        'OFD.xml': String(SOUND['OFD.xml']).replace(
          '</o:DocBody>',
          '</o:DocBody><o:DocBody><o:DocRoot>Doc_1/Document.xml</o:DocRoot></o:DocBody>',
        ),
        'Doc_1/Document.xml': `<o:Document><o:Pages><o:Page ID="1" BaseLoc="Page.xml"/></o:Pages></o:Document>`,
        'Doc_1/Page.xml': page(textObject({ x: 20, y: 20, text: '封底' })),
      }),
    ['ofd/several-documents'],
  ],
  'one of two documents is missing': [
    () =>
      withParts({
        'OFD.xml': String(SOUND['OFD.xml']).replace(
          '<o:DocBody>',
          '<o:DocBody><o:DocRoot>Doc_9/Document.xml</o:DocRoot></o:DocBody><o:DocBody>',
        ),
      }),
    ['ofd/parts-unread'],
  ],
};

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const XML = String(SOUND[PAGE]);
const renamed = (change: (path: string) => string): Uint8Array =>
  packed(Object.fromEntries(Object.entries(SOUND).map(([path, part]) => [change(path), part])));

/** Odd to the standard, and read as if nothing were. */
export const ODD: Readonly<Record<string, () => Uint8Array>> = {
  'without a prefix': () => withParts({ [PAGE]: XML.replaceAll('<o:', '<').replaceAll('</o:', '</').replace('xmlns:o', 'xmlns') }),
  'objects beside the layers': () => withParts({ [PAGE]: XML.replace('<o:Layer ID="2" >', '').replace('</o:Layer>', '') }),
  'with a byte-order mark': () => withParts({ [PAGE]: `\ufeff${XML}` }),
  'UTF-16': () => withParts({ [PAGE]: utf16(XML.replace(' encoding="UTF-8"', ' encoding="UTF-16"')) }),
  'paths from the root': () => withParts({ 'OFD.xml': String(SOUND['OFD.xml']).replace('Doc_0/Document', '/Doc_0/Document') }),
  'paths with backslashes': () =>
    withParts({ 'Doc_0/Document.xml': String(SOUND['Doc_0/Document.xml']).replaceAll('Pages/Page_0/', 'Pages\\Page_0\\') }),
  'paths of another case': () =>
    withParts({ 'Doc_0/Document.xml': String(SOUND['Doc_0/Document.xml']).replace('Pages/Page_0/', 'pages/PAGE_0/') }),
  'paths that forget the folder of the document': () =>
    withParts({ 'Doc_0/Document.xml': String(SOUND['Doc_0/Document.xml']).replace('Pages/Page_0/', 'Doc_0/Pages/Page_0/') }),
  'names with backslashes': () => renamed((path) => path.replaceAll('/', '\\')),
  'a version that is the current one': () =>
    withParts({
      'OFD.xml': String(SOUND['OFD.xml']).replace(
        '<o:DocRoot>Doc_0/Document.xml</o:DocRoot>',
        '<o:DocRoot>Doc_8/Document.xml</o:DocRoot><o:Versions><o:Version ID="1" Index="1" Current="true" BaseLoc="Doc_0/Versions/V1.xml"/></o:Versions>',
      ),
      'Doc_0/Versions/V1.xml': '<o:DocVersion><o:DocRoot>../Document.xml</o:DocRoot></o:DocVersion>',
    }),
};
