import { html } from 'hono/html';
import type { Place } from '../../../schemas/place.ts';
import type { ReportIndex } from './facts.ts';
import { both, type Markup } from './markup.ts';

/** Lines beside each line that is shown, and lines of one excerpt: more are told by their number. */
const CONTEXT = 1;
const MAX_LINES = 18;
/** Characters of a line; a longer one is cut, with so many before its first mark. */
const MAX_CHARACTERS = 420;
const BEFORE_MARK = 70;

export function placeText(place: Place | undefined): Markup {
  if (!place) return html`–`;
  if (place.cell !== undefined) return html`<span lang="zh-CN">${place.cell}</span>`;
  const page =
    place.line === null
      ? both(`第 ${place.page} 页`, `p. ${place.page}`)
      : both(`第 ${place.page} 页第 ${place.line} 行`, `p. ${place.page}, line ${place.line}`);
  return html`<span class="place">${page}</span>`;
}

interface MarkedLine {
  number: number;
  /** Half-open ranges to mark; null marks the whole line. */
  marks: [number, number][] | null;
}

/** Line → its marks. A place without an end marks the whole line, unless a part of it is marked already. */
function marksOf(places: readonly Place[]): Map<number, MarkedLine['marks']> {
  const marks = new Map<number, MarkedLine['marks']>();
  for (const { line, start, end } of places) {
    if (line === null) continue;
    const known = marks.get(line);
    if (start === null || end === null || end <= start) {
      if (!known?.length) marks.set(line, null);
    } else if (known) known.push([start, end]);
    else marks.set(line, [[start, end]]);
  }
  return marks;
}

/** The lines of `places` with a line of context on either side, each line once, in the order of the file. */
function markedLines(places: readonly Place[]): { lines: MarkedLine[]; left: number } {
  const marks = marksOf(places);
  const lines = new Map<number, MarkedLine>();
  const asked = [...marks.keys()].sort((a, b) => a - b);
  let shown = 0;
  for (const number of asked) {
    if (lines.size >= MAX_LINES) break;
    shown += 1;
    for (let near = Math.max(1, number - CONTEXT); near <= number + CONTEXT; near += 1) {
      const known = marks.get(near);
      if (!lines.has(near)) lines.set(near, { number: near, marks: known === undefined ? [] : known });
    }
  }
  return { lines: [...lines.values()].sort((a, b) => a.number - b.number), left: asked.length - shown };
}

/** Cuts never part a surrogate pair. */
function boundary(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** A line with its marks; a long one is cut around the first mark. */
function lineText(text: string, marks: [number, number][]): Markup {
  const sorted = marks.map(([from, to]): [number, number] => [Math.min(from, text.length), Math.min(to, text.length)]);
  sorted.sort((a, b) => a[0] - b[0]);
  const first = sorted[0]?.[0] ?? 0;
  const long = text.length > MAX_CHARACTERS;
  const from = long ? boundary(text, Math.max(0, first - BEFORE_MARK)) : 0;
  const to = long ? boundary(text, Math.min(text.length, from + MAX_CHARACTERS)) : text.length;
  const parts: unknown[] = [from > 0 ? '…' : ''];
  let at = from;
  for (const [start, end] of sorted) {
    if (start >= to || end <= at) continue;
    const begin = Math.max(at, start);
    const stop = Math.min(end, to);
    parts.push(text.slice(at, begin), html`<mark>${text.slice(begin, stop)}</mark>`);
    at = stop;
  }
  parts.push(text.slice(at, to), to < text.length ? '…' : '');
  return html`${parts}`;
}

/** Which tab-separated piece of its line a cell's address names, from 0; null for an address without letters. */
function pieceOfCell(cell: string): number | null {
  const letters = /([A-Z]+)\d+$/.exec(cell)?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Rows of a sheet around some cells, with these marked; empty where a line does not show its cells one by one. */
function sheetExcerpt(index: Pick<ReportIndex, 'line'>, places: readonly Place[]): Markup | '' {
  const hits = new Map<number, Set<number>>();
  for (const { line, cell } of places) {
    const piece = cell === undefined ? null : pieceOfCell(cell);
    if (line === null || piece === null || !index.line(line)?.split('\t')[piece]?.trim()) return '';
    hits.set(line, (hits.get(line) ?? new Set()).add(piece));
  }
  const { lines, left } = markedLines(places);
  const rows = lines.flatMap(({ number }) => {
    const text = index.line(number);
    if (text === undefined) return [];
    const marked = hits.get(number);
    const cells = text.split('\t').map((piece, at) => html`<td${marked?.has(at) ? html` class="hit"` : ''}>${piece}</td>`);
    return [html`<tr><th scope="row">${number}</th>${cells}</tr>`];
  });
  const more = left > 0 ? html`<p class="dim">${both(`另有 ${left} 处`, `${left} more places`)}</p>` : '';
  return rows.length === 0
    ? ''
    : html`<div class="scroll sheet-piece" tabindex="0" lang="zh-CN"><table><tbody>${rows}</tbody></table></div>${more}`;
}

/** The source lines of some places; without lines (a PDF) only the pages are named. */
export function sourceExcerpt(index: Pick<ReportIndex, 'line'>, places: readonly Place[]): Markup {
  const sheet = places.length > 0 ? sheetExcerpt(index, places) : '';
  if (sheet !== '') return sheet;
  const { lines, left } = markedLines(places);
  const rows: Markup[] = [];
  let last = 0;
  for (const { number, marks } of lines) {
    const text = index.line(number);
    if (text === undefined) continue;
    if (last > 0 && number > last + 1) rows.push(html`<div class="gap">⋯</div>`);
    last = number;
    const body = marks === null ? html`<mark>${lineText(text, [])}</mark>` : lineText(text, marks);
    const focus = marks === null || marks.length > 0 ? html` class="hit"` : '';
    rows.push(html`<div${focus}><span class="no">${number}</span><code lang="zh-CN">${body}</code></div>\n`);
  }
  if (rows.length === 0) {
    const pages = [...new Set(places.map((place) => place.page))];
    if (pages.length === 0) return html`<p class="dim">${both('没有可指的位置。', 'No place to point to.')}</p>`;
    return html`<p class="dim">${both(`原文第 ${pages.join('、')} 页`, `Source page ${pages.join(', ')}`)}</p>`;
  }
  const more = left > 0 ? html`<div class="gap">${both(`另有 ${left} 处`, `${left} more places`)}</div>` : '';
  return html`<div class="source">${rows}${more}</div>`;
}
