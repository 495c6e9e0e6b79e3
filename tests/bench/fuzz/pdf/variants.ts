import { textOf, tokensOf } from './content.ts';
import { type PdfFile, type PdfObject, packed, pdfBytes, pdfFileOf, unpacked, withObject } from './file.ts';

/** The same document in other dress: what the generator does not write. */

function contentsOf({ objects, contents }: PdfFile): PdfObject[] {
  return objects.filter(({ number }) => contents.includes(number));
}

/** Contents by Flate instead of LZW. */
export function repacked(bytes: Uint8Array): Uint8Array | null {
  const file = pdfFileOf(bytes);
  if (!file) return null;
  let { objects } = file;
  for (const object of contentsOf(file)) objects = withObject(objects, packed(object, unpacked(object), 'flate'));
  return pdfBytes(objects);
}

const hex = (char: string): string => char.charCodeAt(0).toString(16).padStart(4, '0');

/** A map from codes to characters of just those that are used (ISO 32000-1, 9.10.3), an entry a line. */
function mapOf(characters: readonly string[]): string {
  const blocks: string[] = [];
  for (let i = 0; i < characters.length; i += 100) {
    const entries = characters.slice(i, i + 100).map((char) => `<${hex(char)}> <${hex(char)}>`);
    blocks.push(`${entries.length} beginbfchar`, ...entries, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Own def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap end end',
  ].join('\n');
}

/** Its font says by a map of its own what its codes mean. */
export function mapped(bytes: Uint8Array): Uint8Array | null {
  const file = pdfFileOf(bytes);
  if (!file) return null;
  const texts = contentsOf(file).flatMap((object) => tokensOf(unpacked(object)).filter(({ kind }) => kind === 'string'));
  const characters = [...new Set(texts.flatMap(({ text }) => [...textOf(text)]))].sort();
  const map = mapOf(characters);
  const number = file.objects.length + 1;
  const objects = file.objects.map((object): PdfObject => {
    const head = object.head
      .replace('/Encoding /UniGB-UCS2-H', `/Encoding /Identity-H /ToUnicode ${number} 0 R`)
      .replace('/Registry (Adobe) /Ordering (GB1) /Supplement 4', '/Registry (Adobe) /Ordering (Identity) /Supplement 0')
      .replace('/W [1 95 500 814 939 500]', '/W [32 126 500]')
      .replaceAll('STSong-Light', 'Own');
    return { ...object, head };
  });
  return pdfBytes([...objects, { number, head: `<< /Length ${map.length} >>`, stream: map }]);
}
