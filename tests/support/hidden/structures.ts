import { encrypted, rawPdf, stream } from '../hostile-pdfs.ts';
import { AMOUNTS, drawn, HELVETICA, LABELLED, pageOf, plain } from './page.ts';

const whole = (): string[] => pageOf({ content: plain });
const changed = (number: number, change: (object: string) => string): string[] =>
  whole().map((object, i) => (i + 1 === number ? change(object) : object));

/** The objects with a cross-reference stream (7.5.8) in place of a table; `rows` may lie: [type, second, third] by object number. */
function streamed(
  objects: readonly string[],
  rows: Readonly<Record<number, readonly [number, number, number]>>,
  entries: (own: number) => string,
): Uint8Array {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const own = objects.length + 1;
  const start = file.length;
  const table = Buffer.alloc((own + 1) * 6);
  const all: (readonly [number, number, number])[] = [[0, 0, 255], ...places.map((at) => [1, at, 0] as const), [1, start, 0]];
  all.forEach((row, number) => {
    const [type, second, third] = rows[number] ?? row;
    table.writeUInt8(type, number * 6);
    table.writeUInt32BE(second, number * 6 + 1);
    table.writeUInt8(third, number * 6 + 5);
  });
  const head = `/Type /XRef /Size ${own + 1} /W [1 4 1] /Root 1 0 R ${entries(start)}`;
  file += `${own} 0 obj\n${stream(table.toString('latin1'), head)}\nendobj\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/** An object stream (7.5.7) that holds one object. */
const packing = (number: number, object: string, entries = ''): string =>
  stream(`${number} 0 ${object}`, `/Type /ObjStm /N 1 /First ${`${number} 0 `.length} ${entries}`);

/** The file with a later version of object 4, the content. */
function updated(): Uint8Array {
  const older = Buffer.from(
    rawPdf(changed(4, () => stream(`${LABELLED}\n${drawn(AMOUNTS.map((amount) => ({ ...amount, text: '99.00' })))}`))),
  ).toString('latin1');
  const table = older.lastIndexOf('xref\n0');
  const at = older.length;
  const file = `${older}4 0 obj\n${whole()[3]}\nendobj\n`;
  const xref = `xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 7 /Root 1 0 R /Prev ${table} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file + xref, 'latin1'));
}

/** The same table in files whose structure is odd; the amounts are printed as usual. */
export const STRUCTURES: Readonly<Record<string, () => Uint8Array>> = {
  'a page that is its own parent': () => rawPdf(changed(3, (page) => page.replace('/Parent 2 0 R', '/Parent 3 0 R'))),
  'a page that is its own parent and inherits its size': () =>
    rawPdf(changed(3, (page) => page.replace('/Parent 2 0 R', '/Parent 3 0 R').replace('/MediaBox [0 0 595 842]', ''))),
  'pages in a circle beside the page': () => rawPdf(changed(2, () => '<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>')),
  'resources of a page that are the page': () =>
    rawPdf([...whole(), '<< /X 7 0 R >>'].map((object) => object.replace('/Font <<', '/Properties 7 0 R /Font <<'))),
  'a cross-reference stream before itself': () => streamed(whole(), {}, (own) => `/Prev ${own}`),
  'object streams in each other': () =>
    streamed([...whole(), packing(6, HELVETICA), packing(7, '<< >>')], { 6: [2, 7, 0], 7: [2, 8, 0], 8: [2, 7, 0] }, () => ''),
  'an object stream that extends itself': () => streamed([...whole(), packing(6, HELVETICA, '/Extends 7 0 R')], { 6: [2, 7, 0] }, () => ''),
  'a content that an update replaced': updated,
  'nothing allowed, no password': () => encrypted(rawPdf(whole()), '', -3904),
};
