import Table from 'cli-table3';
import type { Measured } from './measure.ts';

export const MB = 1_000_000;

/** MB of text a second of processor time: the speed of one core, whatever else the machine does. */
export const speed = ({ bytes, cpu }: Measured): number => bytes / MB / (cpu / 1000);

const fixed = (value: number, digits: number): string => value.toFixed(digits);

export function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const table = new Table({
    head: [...head],
    style: { head: [], border: [] },
    colAligns: head.map((_, i) => (i === 0 ? 'left' : 'right')),
  });
  for (const row of rows) table.push([...row]);
  process.stdout.write(`\n${title}\n${table.toString()}\n`);
}

export const MEASURED_HEAD = ['', 'MB', 'wall s', 'CPU s', 'MB/s of one core', 'documents/s', 'CPU ms/document', 'peak MB'];

export function measuredRow(name: string, measured: Measured): string[] {
  const { documents, bytes, wall, cpu, peak } = measured;
  return [
    name,
    fixed(bytes / MB, 2),
    fixed(wall / 1000, 2),
    fixed(cpu / 1000, 2),
    fixed(speed(measured), 2),
    fixed((documents / cpu) * 1000, 1),
    fixed(cpu / documents, 1),
    fixed(peak / MB, 0),
  ];
}

/** Share of wall time of each stage, largest first; what no stage accounts for is start-up and reading. */
export function stageRows({ stages, wall }: Measured): string[][] {
  const known = Object.values(stages).reduce((sum, spent) => sum + spent, 0);
  const all = [...Object.entries(stages), ['start-up and the rest', Math.max(0, wall - known)] as const];
  return all
    .sort(([, a], [, b]) => b - a)
    .map(([stage, spent]) => [stage, fixed(spent, 0), `${fixed((spent / Math.max(wall, known)) * 100, 1)} %`]);
}
