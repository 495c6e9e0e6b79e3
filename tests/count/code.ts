import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'vite';
import { circles, type Graph } from './graph.ts';

/** What is counted in the program's own files: imports of every sort, `!`, casts, lengths and branches of functions. */

export const LAYERS = ['schemas', 'extractors', 'pipeline'] as const;
export type Layer = (typeof LAYERS)[number];

/** The room of words. */
export const LEXICON = 'schemas/lexicon/';

export interface CountedFunction {
  /** The function's name, or that of what it is assigned to; `(anonymous)` where there is none. */
  name: string;
  /** Line of the file on which it begins, counted from 1. */
  line: number;
  lines: number;
  /** if, loops, case, catch, `? :`, `&&`, `||`, `??`: its own, without those of functions within it. */
  branches: number;
}

export interface CodeFile {
  /** Path from the project's root, with `/`. */
  path: string;
  layer: Layer;
  text: string;
  /** Specifiers of static, type and dynamic imports and of `export … from`; relative ones as paths from the root. */
  imports: string[];
  nonNull: number;
  /** `as X` but not `as const`, and `<X>value`. */
  casts: number;
  /** Lines of regular expressions and of strings (templates included) that hold an ideograph, counted from 1. */
  chinese: { regexes: number[]; strings: number[] };
  functions: CountedFunction[];
}

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []));
}

const nameIn = (node: unknown): string | null => {
  if (!isNode(node)) return null;
  if (typeof node.name === 'string') return node.name;
  return typeof node.value === 'string' ? node.value : null;
};

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const BRANCHES = new Set([
  'IfStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
  'CatchClause',
  'ConditionalExpression',
  'LogicalExpression',
]);

function isBranch(node: Node): boolean {
  if (node.type === 'SwitchCase') return node.test !== null;
  if (node.type === 'AssignmentExpression') return node.operator === '??=' || node.operator === '||=' || node.operator === '&&=';
  return BRANCHES.has(node.type);
}

const isConst = (type: unknown): boolean => isNode(type) && type.type === 'TSTypeReference' && nameIn(type.typeName) === 'const';

/** Specifier of a node that names another module; null where it names none, or none that is known before it runs. */
function specifierOf(node: Node): string | null {
  const named = /^(?:ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration|ImportExpression|TSImportType)$/.test(node.type);
  if (!named) return null;
  const source = node.source ?? node.argument;
  if (isNode(source) && source.type === 'TSLiteralType') return nameIn(source.literal);
  return nameIn(source);
}

const IDEOGRAPH = /[\u3400-\u9fff]/;

/** What a node of `text` says in Chinese, as it is typed; null for all but regular expressions and strings. */
function chineseIn({ type, start, end, value, regex }: Node, text: string): 'regexes' | 'strings' | null {
  if ((type !== 'Literal' && type !== 'TemplateElement') || !IDEOGRAPH.test(text.slice(start, end))) return null;
  if (type === 'Literal' && isObject(regex)) return 'regexes';
  return type === 'TemplateElement' || typeof value === 'string' ? 'strings' : null;
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

type Counts = Pick<CodeFile, 'imports' | 'nonNull' | 'casts' | 'chinese' | 'functions'>;

function count(root: Node, text: string): Counts {
  const counts: Counts = { imports: [], nonNull: 0, casts: 0, chinese: { regexes: [], strings: [] }, functions: [] };
  const visit = (node: Node, within: CountedFunction | null, name: string | null): void => {
    const specifier = specifierOf(node);
    if (specifier !== null) counts.imports.push(specifier);
    if (node.type === 'TSNonNullExpression') counts.nonNull++;
    if (node.type === 'TSTypeAssertion' || (node.type === 'TSAsExpression' && !isConst(node.typeAnnotation))) counts.casts++;
    const says = chineseIn(node, text);
    if (says) counts.chinese[says].push(text.slice(0, node.start).split('\n').length);
    let inside = within;
    if (FUNCTIONS.has(node.type)) {
      const before = text.slice(0, node.start).split('\n').length;
      const lines = text.slice(node.start, node.end).split('\n').length;
      inside = { name: nameIn(node.id) ?? name ?? '(anonymous)', line: before, lines, branches: 0 };
      counts.functions.push(inside);
    } else if (inside && isBranch(node)) inside.branches++;
    const given = nameIn(node.id) ?? nameIn(node.key);
    for (const child of childrenOf(node)) visit(child, inside, given);
  };
  visit(root, null, null);
  return counts;
}

export function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** `text` as the file at `path` (from the root) of a layer. */
export function readCode(path: string, text: string, layer: Layer): CodeFile {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  if (!isNode(program)) throw new Error(`${path} has no syntax tree`);
  const counts = count(program, text);
  const imports = counts.imports.map((name) =>
    name.startsWith('.')
      ? relative('/', resolve('/', dirname(path), name))
          .split(sep)
          .join('/')
      : name,
  );
  return { path, layer, text, ...counts, imports: [...new Set(imports)] };
}

/** Every file of the three layers. */
export function codeFiles(root: string): CodeFile[] {
  return LAYERS.flatMap((layer) =>
    filesBelow(root, layer)
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readCode(path, readFileSync(join(root, path), 'utf8'), layer)),
  );
}

/** File → the files of ours that it imports, types included. */
export function fileGraph(files: readonly CodeFile[]): Graph {
  const known = new Set(files.map(({ path }) => path));
  return new Map(files.map(({ path, imports }) => [path, imports.filter((name) => known.has(name) && name !== path)]));
}

/** Folder → the other folders from which its own files import; a folder inside is another one. */
export function folderGraph(files: readonly CodeFile[]): Graph {
  const folders = new Map<string, Set<string>>();
  for (const [file, imports] of fileGraph(files)) {
    const folder = dirname(file);
    const others = folders.get(folder) ?? new Set();
    folders.set(folder, others);
    for (const name of imports) if (dirname(name) !== folder) others.add(dirname(name));
  }
  return new Map([...folders].map(([folder, others]) => [folder, [...others].sort()]));
}

export const fileCircles = (files: readonly CodeFile[]): string[][] => circles(fileGraph(files));
export const folderCircles = (files: readonly CodeFile[]): string[][] => circles(folderGraph(files));
