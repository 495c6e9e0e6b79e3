import { html } from 'hono/html';
import { entryOf } from '../../../extractors/model/at.ts';
import type { Language } from '../../../schemas/rules/index.ts';
import { grouped } from '../../base/shown/grouped.ts';

/** Escaped HTML. Only `html` of hono and `escaped` make it, so document text can never become markup. */
export type Markup = ReturnType<typeof html>;

const UNSAFE = /[&<>"']/;
const EACH_UNSAFE = /[&<>"']/g;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

const entityOf = (character: string): string => entryOf(ENTITIES, character);

/**
 * Document text as `html` would write it, in an element or a quoted attribute. For the cells of tables only, of which a page has
 * thousands; everything else goes through `html`.
 */
export function escaped(text: string): string {
  return UNSAFE.test(text) ? text.replace(EACH_UNSAFE, entityOf) : text;
}

/** Interface text in both languages; the style sheet shows the one that `<html data-lang>` names. */
export function both(zh: unknown, en: unknown): Markup {
  return html`<span class="z" lang="zh-CN">${zh}</span><span class="e" lang="en">${en}</span>`;
}

export function pick(language: Language, zh: string, en: string): string {
  return language === 'zh' ? zh : en;
}

/** An amount with its unit, which is document text; empty where nobody says it. */
export function amount(value: string, unit: string): Markup {
  const counted = unit === '' ? '' : html` <span lang="zh-CN">${unit}</span>`;
  return html`<span class="amount"><b>${grouped(value)}</b>${counted}</span>`;
}

export function tableAnchor(index: number): string {
  return `table-${index}`;
}

/** The first group of indicators of a table. */
export function indicatorsAnchor(tableIndex: number): string {
  return `indicators-${tableIndex}`;
}

/** A link to an element of the page. Fact ids are document text as far as HTML is concerned. */
export function linkTo(id: string, text: unknown): Markup {
  return html`<a href="#${encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'))}">${text}</a>`;
}

const NUMBERS = html` class="n"`;

/** A table with a header row; `columns` that are `n` hold numbers. The first cell of each row is its header. */
export function dataTable(caption: unknown, columns: readonly { head: unknown; n?: boolean }[], rows: readonly Row[]): Markup {
  const head = columns.map((column) => html`<th scope="col"${column.n ? NUMBERS : ''}>${column.head}</th>`);
  const body = rows.map((row) => {
    const cells = row.cells.map((cell, i) => {
      const kind = columns[i]?.n ? NUMBERS : '';
      return i === 0 ? html`<th scope="row"${kind}>${cell}</th>` : html`<td${kind}>${cell}</td>`;
    });
    return html`<tr${row.id ? html` id="${row.id}"` : ''}${row.mark ? html` class="${row.mark}"` : ''}>${cells}</tr>\n`;
  });
  return html`<div class="scroll" tabindex="0"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table></div>`;
}

export interface Row {
  cells: readonly unknown[];
  id?: string;
  mark?: string;
}
