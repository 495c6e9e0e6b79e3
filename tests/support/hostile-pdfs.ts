import { createCipheriv, createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** PDFs as they should not be, written by code: nothing here comes from elsewhere. */

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
export function rawPdf(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return bytesOf(file);
}

export function stream(content: string, entries = ''): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
}

export const deflated = (content: string | Uint8Array): string => latin1(deflateSync(content));

/** Catalogue, page tree and one page; its content is object 4, a font object 5, further objects follow. */
export function onePage(content: string, resources = '', further: readonly string[] = [], fonts = '', entries = ''): Uint8Array {
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R ${fonts} >> ${resources} >> ${entries} >>`,
    content,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...further,
  ]);
}

export const TEXT = 'BT /F1 12 Tf 72 720 Td (Budget 12.00) Tj ET';

/** A page whose content of a few hundred kilobytes unpacks to `megabytes` of blanks. `filters`: packed that many times over. */
export function bomb(megabytes: number, filters = 1): Uint8Array {
  let content = deflated(Buffer.alloc(megabytes * 1_000_000, ' '));
  for (let i = 1; i < filters; i++) content = deflated(Buffer.from(content, 'latin1'));
  return onePage(stream(content, `/Filter [${'/FlateDecode '.repeat(filters)}]`));
}

/** A page whose content unpacks to 100 MB by a filter given as it is written. */
export function packedAs(filter: string, further: readonly string[] = []): Uint8Array {
  return onePage(stream(deflated(Buffer.alloc(100_000_000, ' ')), `/Filter ${filter}`), '', further);
}

/** The same, as the program of a font that the page uses. */
export function bombInFont(megabytes: number): Uint8Array {
  return onePage(
    stream('BT /F2 12 Tf 72 720 Td (Budget) Tj ET'),
    '',
    [
      '<< /Type /Font /Subtype /TrueType /BaseFont /Big /FontDescriptor 7 0 R /FirstChar 32 /LastChar 32 /Widths [500] >>',
      '<< /Type /FontDescriptor /FontName /Big /Flags 32 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /StemV 1 /FontFile2 8 0 R >>',
      stream(deflated(Buffer.alloc(megabytes * 1_000_000, ' ')), '/Filter /FlateDecode'),
    ],
    '/F2 6 0 R',
  );
}

/** Forms that each paint the next one, `depth` levels deep. */
export function nestedForms(depth: number): Uint8Array {
  const forms = Array.from({ length: depth }, (_, i) => {
    const next = i + 1 < depth ? `/Resources << /XObject << /X ${7 + i} 0 R >> >>` : '';
    return stream(i + 1 < depth ? 'q /X Do Q' : '', `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${next}`);
  });
  return onePage(stream(`${TEXT} /X Do`), '/XObject << /X 6 0 R >>', forms);
}

/** A form that paints itself, `times` times. */
export function formInItself(times: number): Uint8Array {
  const self = stream('/X Do '.repeat(times), '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>');
  return onePage(stream(`${TEXT} /X Do`), '/XObject << /X 6 0 R >>', [self]);
}

/** Forms that each paint the next one twice: 2^depth in all. */
export function doublingForms(depth: number): Uint8Array {
  const forms = Array.from({ length: depth }, (_, i) => {
    const next = i + 1 < depth ? `/Resources << /XObject << /X ${7 + i} 0 R >> >>` : '';
    return stream(i + 1 < depth ? '/X Do /X Do' : '', `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${next}`);
  });
  return onePage(stream(`${TEXT} /X Do`), '/XObject << /X 6 0 R >>', forms);
}

/** A page with this many path segments: short strokes up and across, no two on a line. */
export function manySegments(count: number, kind: 'grid' | 'scattered' | 'one path'): Uint8Array {
  const lines: string[] = [];
  const side = Math.ceil(Math.sqrt(count / 2));
  for (let i = 0; i < count; i++) {
    const across = i % 2 === 0;
    const n = i >> 1;
    const x = kind === 'grid' ? ((n % side) * 500) / side : (n * 7919) % 500;
    const y = kind === 'grid' ? (Math.floor(n / side) * 700) / side : ((n * 104_729) % 70_000) / 100;
    const length = kind === 'grid' ? 500 / side : 10;
    const from = `${(50 + x).toFixed(2)} ${(50 + y).toFixed(2)}`;
    const to = across ? `${(50 + x + length).toFixed(2)} ${(50 + y).toFixed(2)}` : `${(50 + x).toFixed(2)} ${(50 + y + length).toFixed(2)}`;
    lines.push(`${from} m ${to} l${kind === 'one path' ? '' : ' S'}`);
  }
  return onePage(stream(deflated(`${TEXT}\n${lines.join('\n')}\nS`), '/Filter /FlateDecode'));
}

/** Claims `count` pages and has one. */
export function claimsPages(count: number | string): Uint8Array {
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [3 0 R] /Count ${count} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(TEXT),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
}

/** A font that states the width of `codes` characters by one range: as many entries of a list, for a few bytes. */
export function widthRange(codes: number): Uint8Array {
  return onePage(
    stream('BT /F2 12 Tf 72 720 Td <00320030> Tj ET'),
    '',
    [
      `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 ${codes} 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>] >>`,
    ],
    '/F2 6 0 R',
  );
}

/** An object of so many empty dictionaries: few bytes, much memory. */
export function emptyDictionaries(count: number): Uint8Array {
  return onePage(stream(TEXT), '', [`[${'<<>>'.repeat(count)}]`]);
}

/** A font whose character map maps `codes` codes by one range. */
export function mapRange(codes: number): Uint8Array {
  const map = `begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <${codes.toString(16).padStart(8, '0')}> <0041> endbfrange endcmap`;
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>';
  return onePage(stream('BT /F2 12 Tf 72 720 Td (Budget) Tj ET'), '', [font, stream(map)], '/F2 6 0 R');
}

/** An image of `side` × `side` pixels whose data unpack to `megabytes`; `entries` say what it is. */
export function bombInImage(megabytes: number, side: number, entries = '/Subtype /Image'): Uint8Array {
  const data = stream(
    deflated(Buffer.alloc(megabytes * 1_000_000)),
    `/Type /XObject ${entries} /Width ${side} /Height ${side} /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode`,
  );
  return onePage(stream(`${TEXT} q 10 0 0 10 0 0 cm /I Do Q`), '/XObject << /I 6 0 R >>', [data]);
}

/** The same as an image within the content of the page. */
export function bombInline(megabytes: number, side: number): Uint8Array {
  const data = deflated(Buffer.alloc(megabytes * 1_000_000));
  return onePage(stream(`${TEXT}\nBI /W ${side} /H ${side} /BPC 8 /CS /G /F /Fl ID ${data}\nEI`));
}

/** `file`, one of `writePdf`, with each stream deflated and then changed. */
export function deflatedAnd(file: Uint8Array, change: (packed: Buffer) => Uint8Array): Uint8Array {
  const objects = [...latin1(file).matchAll(/^\d+ 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, body = '']) => {
    const parts = /^([\s\S]*?)\/Length \d+([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body);
    if (!parts) return body;
    const data = latin1(change(deflateSync(Buffer.from(parts[3] ?? '', 'latin1'))));
    return `${parts[1]}/Length ${data.length} /Filter /FlateDecode ${parts[2]}\nstream\n${data}\nendstream`;
  });
  return rawPdf(objects);
}

/** An annotation that shows a text by an appearance of 100 × 20 points at (200, 500); without one where `shown` is false. */
export function annotated(entries: string, text: string, shown = true): Uint8Array {
  const appearance = stream(
    `BT /F1 10 Tf 4 8 Td (${text}) Tj ET`,
    '/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F1 5 0 R >> >>',
  );
  const annotation = `<< /Type /Annot /Rect [200 500 300 520] ${shown ? '/AP << /N 6 0 R >>' : ''} ${entries} >>`;
  // The content leaves its matrix changed and one state too many restored.
  return onePage(stream(`q ${TEXT} Q Q 3 0 0 3 50 50 cm q`), '', [appearance, annotation], '', '/Annots [7 0 R]');
}

/** A page whose content lists one stream of `megabytes` so many times. */
export function sameContent(megabytes: number, times: number): Uint8Array {
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [${'4 0 R '.repeat(times)}] /Resources << >> >>`,
    stream(deflated(Buffer.alloc(megabytes * 1_000_000, ' ')), '/Filter /FlateDecode'),
  ]);
}

/** A pattern that is painted with the one after it, the last with `last` (a reference), or with nothing. */
export function patterns(count: number, last: string | null): Uint8Array {
  const all = Array.from({ length: count }, (_, i) => {
    const next = i + 1 < count ? `${7 + i} 0 R` : last;
    const entries = `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9`;
    const content = next === null ? '0 0 5 5 re f' : '/Pattern cs /P scn 0 0 5 5 re f';
    return stream(content, `${entries} /Resources << /Pattern << /P ${next ?? 'null'} >> >>`);
  });
  return onePage(stream(`/Pattern cs /P scn 0 0 500 500 re f ${TEXT}`), '/Pattern << /P 6 0 R >>', all);
}

/** A glyph of a font that paints a form that paints the next one twice, `depth` levels deep. */
export function formsInGlyph(depth: number): Uint8Array {
  const font =
    '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 7 0 R >> /Encoding << /Differences [48 /a] >> /FirstChar 48 /LastChar 48 /Widths [1] /Resources << /XObject << /X 8 0 R >> >> >>';
  const forms = Array.from({ length: depth }, (_, i) => {
    const next = i + 1 < depth ? `/Resources << /XObject << /X ${9 + i} 0 R >> >>` : '';
    return stream(i + 1 < depth ? '/X Do /X Do' : '', `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${next}`);
  });
  return onePage(stream(`${TEXT} BT /F2 12 Tf (0) Tj ET`), '', [font, stream('1 0 d0 /X Do'), ...forms], '/F2 6 0 R');
}

/** Nodes of the page tree, one in the other, with one page at the bottom. */
export function deepTree(levels: number): Uint8Array {
  const nodes = Array.from({ length: levels }, (_, i) => `<< /Type /Pages /Kids [${i + 3} 0 R] /Count 1 >>`);
  return rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', ...nodes, '<< /Type /Page /MediaBox [0 0 595 842] /Resources << >> >>']);
}

/** A page in an object stream that claims to hold `count` objects; its cross-reference stream is read by /W and /Index. */
export function packedPage(count: number, widths = '[1 2 1]', index = '[0 8]'): Uint8Array {
  const page = '3 0 << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    null,
    stream(TEXT),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    stream(page, `/Type /ObjStm /N ${count} /First 4`),
  ];
  let file = '%PDF-1.7\n';
  const entries: number[][] = [[0, 0, 0, 0]];
  objects.forEach((object, i) => {
    entries.push(object === null ? [2, 0, 6, 0] : [1, file.length >> 8, file.length & 255, 0]);
    if (object !== null) file += `${i + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = file.length;
  entries.push([1, start >> 8, start & 255, 0]);
  const data = Buffer.from(entries.flat()).toString('latin1');
  file += `7 0 obj\n${stream(data, `/Type /XRef /Root 1 0 R /W ${widths} /Index ${index} /Size 8`)}\nendobj\nstartxref\n${start}\n%%EOF\n`;
  return bytesOf(file);
}

/** `file`, one of `writePdf`, whose cross-reference table is a few bytes wrong for these objects. */
export function misplaced(file: Uint8Array, objects: readonly number[]): Uint8Array {
  const text = latin1(file);
  const table = text.lastIndexOf('xref\n0');
  let number = -1;
  const entries = text.slice(table).replace(/^(\d{10})(?= \d{5} [fn])/gm, (offset) => {
    number += 1;
    return objects.includes(number) ? String(Number(offset) + 7).padStart(10, '0') : offset;
  });
  return bytesOf(text.slice(0, table) + entries);
}

/** Has the same page `count` times over: few bytes, many pages. */
export function samePage(count: number): Uint8Array {
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(count)}] /Count ${count} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(TEXT),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
}

/** A page tree whose node is its own child. */
export function treeInItself(): Uint8Array {
  return rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']);
}

/** A cross-reference section that names itself as the one before, and one that names the other. */
export function xrefLoop(): Uint8Array {
  const start = latin1(rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'])).lastIndexOf('xref\n0');
  return rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'], `/Prev ${start}`);
}

/** Objects whose lengths refer to each other. */
export function lengthLoop(): Uint8Array {
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>',
    '<< /Length 4 0 R >>\nstream\nq Q\nendstream',
  ]);
}

/** A page whose content opens `depth` arrays and dictionaries and closes none. */
export function deepArrays(depth: number): Uint8Array {
  return onePage(stream(`${TEXT} ${'['.repeat(depth)}`), '', [`${'['.repeat(depth)}`]);
}

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const s = Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + s[i]! + key[i % key.length]!) % 256;
    [s[i], s[j]] = [s[j]!, s[i]!];
  }
  const out = Buffer.from(data);
  for (let k = 0, i = 0, j = 0; k < out.length; k++) {
    i = (i + 1) % 256;
    j = (j + s[i]!) % 256;
    [s[i], s[j]] = [s[j]!, s[i]!];
    out[k] = out[k]! ^ s[(s[i]! + s[j]!) % 256]!;
  }
  return out;
}

const md5 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * The streams of `file`, one of `writePdf`, encrypted with AES-128 (security handler 4) under a user password. The owner's
 * entry is made up: nobody opens the file as its owner. `permissions`: as in 7.6.3.2.
 */
export function encrypted(file: Uint8Array, password: string, permissions = -1340): Uint8Array {
  const id = Buffer.from('duizhang-test-id');
  const owner = Buffer.alloc(32, 7);
  const p = Buffer.alloc(4);
  p.writeInt32LE(permissions);
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
  let key = md5(padded, owner, p, id);
  for (let i = 0; i < 50; i++) key = md5(key);
  let user = rc4(key, md5(PADDING, id));
  for (let i = 1; i < 20; i++)
    user = rc4(
      key.map((byte) => byte ^ i),
      user,
    );
  const objects = [...latin1(file).matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, number, body]) => {
    const parts = /^([\s\S]*?)\/Length \d+([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body!);
    if (!parts) return body!;
    const n = Number(number);
    const own = md5(key, Buffer.from([n & 255, (n >> 8) & 255, (n >> 16) & 255, 0, 0]), Buffer.from('sAlT'));
    const iv = Buffer.alloc(16, n);
    const cipher = createCipheriv('aes-128-cbc', own, iv);
    const data = Buffer.concat([iv, cipher.update(Buffer.from(parts[3]!, 'latin1')), cipher.final()]);
    return `${parts[1]}/Length ${data.length}${parts[2]}\nstream\n${latin1(data)}\nendstream`;
  });
  const userEntry = Buffer.concat([user, Buffer.alloc(16)]).toString('hex');
  objects.push(
    `<< /Filter /Standard /V 4 /R 4 /Length 128 /P ${permissions} /O <${owner.toString('hex')}> /U <${userEntry}> /CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /Identity >>`,
  );
  return rawPdf(objects, `/Encrypt ${objects.length} 0 R /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`);
}
