import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type Dialect, generateFile } from './generate.ts';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'samples');
const origins = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'origin.json')
  .map((file) => path.join(root, path.dirname(file)))
  .map((folder) => ({ folder, origin: JSON.parse(readFileSync(path.join(folder, 'origin.json'), 'utf8')) }))
  .filter(({ origin }) => origin.generator === 'tests/generator');

it.each(origins.map((one) => [path.relative(root, one.folder), one] as const))(
  '%s is what the generator writes (npm run samples)',
  (_name, { folder, origin }) => {
    const { bytes, gold } = generateFile({ dialect: origin.dialect as Dialect, seed: origin.seed });
    expect(Buffer.compare(readFileSync(path.join(folder, gold.source)), bytes), gold.source).toBe(0);
    expect(JSON.parse(readFileSync(path.join(folder, 'gold.json'), 'utf8'))).toEqual(gold);
    expect(bytes.length).toBeLessThan(gold.source === 'source.pdf' ? 150_000 : 60_000);
  },
);
