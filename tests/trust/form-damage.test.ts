import { expect, test } from 'vitest';
import { moved, withoutPoint } from '../bench/trust/characters.ts';
import { DAMAGES, type DamageKind } from '../bench/trust/damage.ts';
import { damageBlocks } from '../bench/trust/form-canvas.ts';
import { blocksOf, planDocument } from '../generator/generate.ts';
import { Random } from '../generator/random.ts';

const { blocks } = blocksOf(planDocument('pdf-ruled', 501));
/** In a form that has cells an empty one cannot be dropped. */
const OF_TEXTS: ReadonlySet<DamageKind> = new Set<DamageKind>(['dropped-empty-cells']);

test.each(DAMAGES.filter((kind) => !OF_TEXTS.has(kind)))(
  '%s: the same seed spoils the same cells, and the document is not touched',
  (kind) => {
    const before = JSON.stringify(blocks);
    const spoilt = () => JSON.stringify(damageBlocks(blocks, kind, 0.05, new Random(5)));
    expect(spoilt()).toBe(spoilt());
    expect(spoilt()).not.toBe(before);
    expect(JSON.stringify(blocks)).toBe(before);
  },
);

test('a lost column takes its header along', () => {
  const widths = (list: typeof blocks) => list.flatMap((block) => (block.kind === 'table' ? [block.width] : []));
  const [all, less] = [widths(blocks), widths(damageBlocks(blocks, 'lost-column', 0, new Random(5)))];
  expect(all.filter((width, i) => width !== less[i])).toHaveLength(1);
});

test.each([
  ['12.5', 2, '1250'],
  ['0.05', 2, '5'],
  ['0.05', 4, '500'],
  ['-1.234', 2, '-123.4'],
  ['30', 2, '3000'],
])('%s by %i places is %s', (raw, places, expected) => {
  expect(moved(raw, places)).toBe(expected);
});

test('a point that is lost leaves the digits', () => {
  expect([withoutPoint('12.50'), withoutPoint('30')]).toEqual(['1250', '30']);
});
