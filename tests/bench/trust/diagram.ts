import { type Prediction, reliability } from './metrics.ts';

const SIZE = 420;
const MARGIN = 50;
const BINS = 20;

/** Confidence against the share of right numbers, as a self-contained SVG; the area of a dot is the logarithm of its numbers. */
export function reliabilityDiagram(predictions: readonly Prediction[]): string {
  const at = (value: number): number => MARGIN + value * (SIZE - 2 * MARGIN);
  const up = (value: number): number => SIZE - at(value);
  const dots = reliability(predictions, BINS).map(({ confidence, share, count }) => {
    const radius = 2 + Math.log10(count) * 1.6;
    return `<circle cx="${at(confidence).toFixed(1)}" cy="${up(share).toFixed(1)}" r="${radius.toFixed(1)}"><title>confidence ${confidence.toFixed(3)}, right ${share.toFixed(3)}, ${count} numbers</title></circle>`;
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (value) =>
      `<text x="${at(value)}" y="${SIZE - MARGIN + 18}" text-anchor="middle">${value}</text><text x="${MARGIN - 8}" y="${up(value) + 4}" text-anchor="end">${value}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" font-family="sans-serif" font-size="12">
<rect width="${SIZE}" height="${SIZE}" fill="#fff"/>
<path d="M${at(0)} ${up(0)}H${at(1)}M${at(0)} ${up(0)}V${up(1)}" stroke="#333" fill="none"/>
<path d="M${at(0)} ${up(0)}L${at(1)} ${up(1)}" stroke="#999" stroke-dasharray="4 3"/>
<g fill="#1f6f8b" fill-opacity="0.75">${dots.join('')}</g>
${ticks.join('')}
<text x="${SIZE / 2}" y="${SIZE - 10}" text-anchor="middle">confidence</text>
<text x="14" y="${SIZE / 2}" text-anchor="middle" transform="rotate(-90 14 ${SIZE / 2})">share of right numbers</text>
</svg>
`;
}
