type Point = readonly [x: number, y: number];

/** Arcs are cut into pieces of at most a quarter, which cubic curves follow to a thousandth of the radius. */
const QUARTER = Math.PI / 2;

/**
 * An elliptic arc (GB/T 33190—2016, 9.3.5) as cubic curves: two control points and an end each. Two radii, the turn of the ellipse in
 * degrees, whether the longer way and whether clockwise: as in SVG 1.1, F.6.5. A line for an ellipse without width.
 */
export function curvesOfArc(from: Point, radii: Point, turn: number, isLong: boolean, isClockwise: boolean, to: Point): number[][] {
  const [x1, y1] = from;
  const [x2, y2] = to;
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // Half of the chord in the coordinates of the ellipse; radii that are too short grow to reach both ends.
  const px = (cos * (x1 - x2) + sin * (y1 - y2)) / 2;
  const py = (cos * (y1 - y2) - sin * (x1 - x2)) / 2;
  const needed = Math.hypot(px / radii[0], py / radii[1]);
  const grown = Math.max(1, needed);
  const [rx, ry] = [Math.abs(radii[0]) * grown, Math.abs(radii[1]) * grown];
  if (!(rx > 0 && ry > 0 && Number.isFinite(rx + ry)) || needed === 0) return [[x1, y1, x2, y2, x2, y2]];
  const left = Math.sqrt(Math.max(0, (rx * ry) ** 2 / ((rx * py) ** 2 + (ry * px) ** 2) - 1)) * (isLong === isClockwise ? -1 : 1);
  const [cx, cy] = [(left * rx * py) / ry, (-left * ry * px) / rx];
  const start = Math.atan2((py - cy) / ry, (px - cx) / rx);
  const end = Math.atan2((-py - cy) / ry, (-px - cx) / rx);
  const whole = 2 * Math.PI;
  const sweep = isClockwise ? (((end - start) % whole) + whole) % whole : -((((start - end) % whole) + whole) % whole);
  const pieces = Math.max(1, Math.ceil(Math.abs(sweep) / QUARTER - 1e-9));
  const step = sweep / pieces;
  const pull = (4 / 3) * Math.tan(step / 4);
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const placed = (u: number, v: number): number[] => [
    mx + cos * (cx + rx * u) - sin * (cy + ry * v),
    my + sin * (cx + rx * u) + cos * (cy + ry * v),
  ];
  return Array.from({ length: pieces }, (_, i) => {
    const [a, b] = [start + i * step, start + (i + 1) * step];
    return [
      ...placed(Math.cos(a) - pull * Math.sin(a), Math.sin(a) + pull * Math.cos(a)),
      ...placed(Math.cos(b) + pull * Math.sin(b), Math.sin(b) - pull * Math.cos(b)),
      ...placed(Math.cos(b), Math.sin(b)),
    ];
  });
}
