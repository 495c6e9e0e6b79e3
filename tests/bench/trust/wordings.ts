import type { Profile } from '../../../schemas/profile.ts';
import { TEXT_DIALECTS, type TextDialect } from '../../generator/generate.ts';
import { WORDINGS } from '../../generator/unknown-words.ts';
import { printTable } from '../table.ts';
import { measureWording } from './wording.ts';

/** What numbers are taken for where words are unknown: how many mean something else in silence, and what is said of them most. */
export async function printWordings(seeds: readonly number[], profiles: readonly Profile[]): Promise<void> {
  const rows: string[][] = [];
  const kinds = new Map<string, { count: number; name: string }>();
  for (const wording of WORDINGS) {
    const sum = { facts: 0, wrong: 0 };
    for (const dialect of Object.keys(TEXT_DIALECTS) as TextDialect[])
      for (const seed of seeds) {
        const { facts, wrong, faults } = await measureWording(dialect, seed, wording, profiles);
        sum.facts += facts;
        sum.wrong += wrong;
        for (const { key, known, unknown, name } of faults) {
          const kind = `${wording}\t${key}\t${known || '–'} → ${unknown}`;
          kinds.set(kind, { count: (kinds.get(kind)?.count ?? 0) + 1, name });
        }
      }
    rows.push([wording, String(sum.facts), String(sum.wrong), `${((100 * sum.wrong) / sum.facts).toFixed(2)} %`]);
  }
  printTable('Unknown words', ['where', 'facts', 'of another meaning, silent', 'share'], rows);
  for (const [kind, { count, name }] of [...kinds].sort(([, a], [, b]) => b.count - a.count))
    process.stdout.write(`${count}\t${kind}\t${name}\n`);
}
