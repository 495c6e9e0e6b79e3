import { deflateSync, inflateSync } from 'node:zlib';
import { fromLatin1, latin1 } from '../mutation.ts';
import { unpackedLzw } from './lzw.ts';

/** A PDF whose objects stand open in the file, one after the other, as this project's generator writes them. */
export interface PdfObject {
  number: number;
  /** What stands before the stream, or the whole object: a character a byte. */
  head: string;
  /** As stored; null where the object has no stream. */
  stream: string | null;
}

export interface PdfFile {
  objects: PdfObject[];
  /** Object number of each page's content, first page first. */
  contents: number[];
}

const OBJECT = /(?:^|[\r\n])(\d+) 0 obj\b([\s\S]*?)endobj/g;
const STREAM = /^([\s\S]*?)stream\r?\n([\s\S]*?)\r?\nendstream\s*$/;

/** Null where there is none to be seen, as in a file with object streams. */
export function pdfFileOf(bytes: Uint8Array): PdfFile | null {
  const objects = [...latin1(bytes).matchAll(OBJECT)].map(([, number, body]): PdfObject => {
    const parts = STREAM.exec(body!);
    return { number: Number(number), head: (parts ? parts[1]! : body!).trim(), stream: parts ? parts[2]! : null };
  });
  const kids = objects.find(({ head }) => /\/Type\s*\/Pages\b/.test(head))?.head.match(/\/Kids\s*\[([\d\sR]*)\]/)?.[1] ?? '';
  const contents = [...kids.matchAll(/(\d+) 0 R/g)].map(([, kid]) => {
    const page = objects.find(({ number }) => number === Number(kid));
    return Number(/\/Contents (\d+) 0 R/.exec(page?.head ?? '')?.[1] ?? 0);
  });
  const isOrderly = objects.length > 0 && objects.every(({ number }, i) => number === i + 1) && contents.length > 0;
  return isOrderly && contents.every((number) => number > 0) ? { objects, contents } : null;
}

/** A file of these objects, with the table of their places. Lengths are stated by `head`, true or not. */
export function pdfBytes(objects: readonly PdfObject[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const places = objects.map(({ number, head, stream }) => {
    const at = file.length;
    file += `${number} 0 obj\n${head}${stream === null ? '' : `\nstream\n${stream}\nendstream`}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const entries = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return fromLatin1(file);
}

export type Packing = 'plain' | 'flate';

export function unpacked({ head, stream }: PdfObject): string {
  if (stream === null) return '';
  if (/\/FlateDecode/.test(head)) return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  return /\/LZWDecode/.test(head) ? latin1(unpackedLzw(fromLatin1(stream))) : stream;
}

/** The object with this content, stated truly. */
export function packed(object: PdfObject, content: string, packing: Packing): PdfObject {
  const stream = packing === 'flate' ? deflateSync(Buffer.from(content, 'latin1')).toString('latin1') : content;
  const head = object.head.replace(/\s*\/Filter\s*(?:\/\w+|\[[^\]]*\])/, '').replace(/\/Length \d+/, `/Length ${stream.length}`);
  return { ...object, head: packing === 'flate' ? head.replace(/>>$/, '/Filter /FlateDecode >>') : head, stream };
}

export function withObject(objects: readonly PdfObject[], changed: PdfObject): PdfObject[] {
  return objects.map((object) => (object.number === changed.number ? changed : object));
}
