import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDF_DIALECTS } from '../generator/dialects/pdf.ts';
import { type Dialect, generateFile, TEXT_DIALECTS } from '../generator/generate.ts';
import * as pdfs from '../support/hostile-pdfs.ts';
import { type ZipEntry, zip } from '../support/zip.ts';

/** Documents of a batch: texts and PDFs made by the generator, and files as they should not be. */

/** Of so many documents in a row one is a PDF. */
const PDF_EVERY = 4;
/** So many different ones are made; then they come again under other names, which is all the same to the program. */
const DIFFERENT = 96;

interface Made {
  bytes: Uint8Array;
  ending: string;
}

export class Documents {
  readonly #made: Made[] = [];
  readonly #texts = Object.keys(TEXT_DIALECTS) as Dialect[];
  readonly #pdfs = Object.keys(PDF_DIALECTS) as Dialect[];

  #document(index: number): Made {
    const which = index % DIFFERENT;
    const isPdf = which % PDF_EVERY === PDF_EVERY - 1;
    const dialects = isPdf ? this.#pdfs : this.#texts;
    this.#made[which] ??= {
      bytes: generateFile({ dialect: dialects[which % dialects.length]!, seed: which }).bytes,
      ending: isPdf ? 'pdf' : 'txt',
    };
    return this.#made[which]!;
  }

  /** Document number `index` into `folder`, a hundred to a subfolder. */
  write(folder: string, index: number): void {
    const { bytes, ending } = this.#document(index);
    const below = join(folder, String(Math.floor(index / 100)).padStart(4, '0'));
    mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `${String(index).padStart(6, '0')}.${ending}`), bytes);
  }
}

const garbage = (seed: number): Uint8Array => Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 * ((i % 31) + seed) + i) % 256);
const cut = (bytes: Uint8Array, share: number): Uint8Array => bytes.slice(0, Math.floor(bytes.length * share));

/** Each is one document that must be recorded as failed. */
function hostileFiles(): [string, Uint8Array][] {
  const pdf = generateFile({ dialect: 'pdf-ruled', seed: 1 }).bytes;
  const packed = (entry: ZipEntry): Uint8Array => zip([entry]);
  const files: [string, Uint8Array][] = [];
  for (let i = 0; i < 5; i++) {
    files.push([`empty-${i}.txt`, new Uint8Array(0)], [`garbage-${i}.txt`, garbage(i)], [`garbage-${i}.pdf`, garbage(i)]);
    files.push([`cut-${i}.pdf`, cut(pdf, 0.02 + 0.01 * i)], [`notice-${i}.txt`, Buffer.from(`关于召开第${i}次会议的通知\n请按时参加。\n`)]);
    files.push([`bomb-${i}.zip`, packed({ name: 'bomb.txt', content: Buffer.alloc(20_000_000 + i) })]);
    files.push([`outside-${i}.zip`, packed({ name: `${'../'.repeat(i + 1)}outside.txt`, content: '1' })]);
    files.push([`broken-${i}.zip`, cut(packed({ name: 'a.txt', content: 'abc' }), 0.5 + 0.05 * i)]);
  }
  files.push(['bomb.pdf', pdfs.bomb(300)], ['bomb-twice.pdf', pdfs.bomb(300, 2)], ['encrypted.pdf', pdfs.encrypted(pdf, 'secret')]);
  files.push(['loop.pdf', pdfs.treeInItself()], ['claims.pdf', pdfs.claimsPages(2_000_000_000)]);
  files.push(['password.zip', packed({ name: 'p.txt', content: '1', flags: 1 })]);
  files.push(['nested.zip', packed({ name: 'in.zip', content: '1' })]);
  files.push(['lies.zip', packed({ name: 'l.txt', content: Buffer.alloc(20_000_000), claims: { size: 10 } })]);
  return files;
}

/** Writes them into `folder`. @returns how many there are. */
export function writeHostile(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const files = hostileFiles();
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  // A circle of folders is passed over; one of files, and a link to nothing, cannot be read.
  symlinkSync('.', join(folder, 'circle'));
  symlinkSync('round.txt', join(folder, 'round.txt'));
  symlinkSync('nowhere.txt', join(folder, 'gone.txt'));
  return files.length + 2;
}
