import { zlibSync } from 'fflate';
import type { Picture } from '../../../extractors/model/picture.ts';
import { greyOf } from '../../../extractors/readers/scan/picture/index.ts';
import { drawings } from '../../../pipeline/run/scan/drawing/drawings.ts';

/** Pages of a PDF (from 0; by default all) as a scanner would see them: pictures in grey. */
export async function picturesOf(bytes: Uint8Array, dpi: number, pages?: readonly number[]): Promise<Picture[]> {
  const document = (await drawings()).open(bytes);
  try {
    const wanted = pages ?? Array.from({ length: document.pages }, (_, i) => i);
    return wanted.map((page) => greyOf(document.draw(page, dpi)));
  } finally {
    document.close();
  }
}

const POINTS = 72;

/** A PDF that holds pictures and nothing else, a page each. `turned`: degrees by which viewers turn its pages clockwise. */
export function pdfOfPictures(pictures: readonly Picture[], dpi: number, turned = 0): Uint8Array {
  const objects: Uint8Array[] = [];
  const add = (...parts: (string | Uint8Array)[]): number => objects.push(Buffer.concat(parts.map((part) => Buffer.from(part))));
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const pages = pictures.map(({ width, height, grey }) => {
    const [w, h] = [(width * POINTS) / dpi, (height * POINTS) / dpi].map((points) => points.toFixed(3));
    const data = zlibSync(grey, { level: 9 });
    const head = `/Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`;
    const image = add(`<< /Type /XObject /Subtype /Image ${head} /Length ${data.length} >>\nstream\n`, data, '\nendstream');
    const paint = `q ${w} 0 0 ${h} 0 0 cm /P Do Q`;
    const content = add(`<< /Length ${paint.length} >>\nstream\n${paint}\nendstream`);
    const resources = `/Resources << /XObject << /P ${image} 0 R >> >>`;
    return add(`<< /Type /Page /Parent 2 0 R /Rotate ${turned} /MediaBox [0 0 ${w} ${h}] /Contents ${content} 0 R ${resources} >>`);
  });
  objects[1] = Buffer.from(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] >>`);
  return withTable(objects);
}

function withTable(objects: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  const push = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, i) => {
    places.push(length);
    push(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]));
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  push(
    Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`),
  );
  return new Uint8Array(Buffer.concat(parts));
}
