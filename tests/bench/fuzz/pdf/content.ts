/** The content of a page as tokens, each with its place; enough to change one of them and to know which text that moves. */
export interface Token {
  start: number;
  end: number;
  text: string;
  kind: 'number' | 'string' | 'name' | 'operator';
}

const TOKEN = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9a-fA-F\s]*>|\/[^\s/<>[\]()]+|[-+]?\d*\.?\d+|[A-Za-z'"*]+/g;

function kindOf(text: string): Token['kind'] {
  if (/^[(<]/.test(text)) return 'string';
  if (text.startsWith('/')) return 'name';
  return /^[-+.\d]/.test(text) ? 'number' : 'operator';
}

export function tokensOf(content: string): Token[] {
  return [...content.matchAll(TOKEN)].map(({ index, 0: text }) => ({ start: index, end: index + text.length, text, kind: kindOf(text) }));
}

/** The text of a string in hexadecimal whose codes are UTF-16, as the generator writes it. */
export function textOf(string: string): string {
  return (string.match(/[0-9a-fA-F]{4}/g) ?? []).map((code) => String.fromCharCode(Number.parseInt(code, 16))).join('');
}

/** Operators that only the text after them, up to the next end of a text, depends on; those that only lines depend on. */
const OF_TEXT = new Set(['Tm', 'Td', 'TD', 'Tf', 'Tz', 'Tc', 'Tw', 'TL', 'Ts', 'Tr', 'Tj', 'TJ']);
const OF_LINES = new Set(['re', 'l', 'm', 'c', 'v', 'y', 'h', 'S', 's', 'f', 'f*', 'B', 'b', 'w', 'd', 'J', 'j', 'G']);

export type Scope = 'text' | 'lines' | 'all';

/** What an operator governs, as this generator uses it: each text has its own state between q and Q. */
export function scopeOf(operator: string): Scope {
  return OF_TEXT.has(operator) ? 'text' : OF_LINES.has(operator) ? 'lines' : 'all';
}

/** The operator that takes this token, itself if it is one. */
export function operatorOf(tokens: readonly Token[], index: number): Token | null {
  return tokens.slice(index).find(({ kind }) => kind === 'operator') ?? null;
}

/** Texts that the change of a token moves: of its scope, the next one or all that follow. */
export function textsAfter(tokens: readonly Token[], index: number, scope: Scope): string[] {
  if (scope === 'lines') return [];
  const strings = tokens.slice(index).filter(({ kind }) => kind === 'string');
  return (scope === 'text' ? strings.slice(0, 1) : strings).map(({ text }) => textOf(text));
}
