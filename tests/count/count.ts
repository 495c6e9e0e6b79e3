import { dirname, resolve } from 'node:path';
import { type CodeFile, codeFiles, fileCircles, folderCircles, LEXICON } from './code.ts';

/** `npm run count [-- -v] [-- <folder or file> …]`: figures of the code that notes show; -v names the places. */

const MOST_LINES_OF_FILE = 400;
const MOST_LINES = 60;
const MOST_BRANCHES = 15;

const sum = (files: readonly CodeFile[], of: (file: CodeFile) => number): number => files.reduce((total, file) => total + of(file), 0);

/** `file:line name number` for each function of which `of` is above `most`, largest first. */
function above(files: readonly CodeFile[], most: number, of: 'lines' | 'branches'): string[] {
  return files
    .flatMap(({ path, functions }) => functions.map((one) => ({ path, ...one })))
    .filter((one) => one[of] > most)
    .sort((a, b) => b[of] - a[of])
    .map((one) => `${one.path}:${one.line} ${one.name} ${one[of]}`);
}

const each = (files: readonly CodeFile[], of: (file: CodeFile) => number): string[] =>
  files
    .filter((file) => of(file) > 0)
    .sort((a, b) => of(b) - of(a))
    .map((file) => `${file.path} ${of(file)}`);

function report(root: string, prefixes: readonly string[], places: boolean): string {
  const all = codeFiles(root);
  const files = all.filter(({ path }) => prefixes.length === 0 || prefixes.some((prefix) => path.startsWith(prefix)));
  const outside = files.filter(({ path }) => !path.startsWith(LEXICON));
  const regexes = ({ chinese }: CodeFile): number => chinese.regexes.length;
  const strings = ({ chinese }: CodeFile): number => chinese.strings.length;
  const lines = (file: CodeFile): number => file.text.trimEnd().split('\n').length;
  const fileRings = fileCircles(files).map((ring) => ring.join(' ↔ '));
  const folderRings = folderCircles(files).map((ring) => ring.join(' ↔ '));
  const long = each(files, (file) => Math.max(0, lines(file) - MOST_LINES_OF_FILE));
  const longFunctions = above(files, MOST_LINES, 'lines');
  const branching = above(files, MOST_BRANCHES, 'branches');
  const rows: [string, number, string[]][] = [
    ['files', files.length, []],
    ['folders', new Set(files.map(({ path }) => dirname(path))).size, []],
    ['lines', sum(files, lines), []],
    ['functions', sum(files, ({ functions }) => functions.length), []],
    ['circles of files', fileRings.length, fileRings],
    ['circles of folders', folderRings.length, folderRings],
    ['! (non-null)', sum(files, ({ nonNull }) => nonNull), each(files, ({ nonNull }) => nonNull)],
    ['casts', sum(files, ({ casts }) => casts), each(files, ({ casts }) => casts)],
    ['regular expressions with Chinese outside the lexicon', sum(outside, regexes), each(outside, regexes)],
    ['strings with Chinese outside the lexicon', sum(outside, strings), each(outside, strings)],
    [`files above ${MOST_LINES_OF_FILE} lines`, long.length, long],
    [`functions above ${MOST_LINES} lines`, longFunctions.length, longFunctions],
    [`functions above ${MOST_BRANCHES} branches`, branching.length, branching],
  ];
  return rows
    .flatMap(([name, number, list]) => [
      `${String(number).padStart(6)}  ${name}`,
      ...(places ? list.map((place) => `          ${place}`) : []),
    ])
    .join('\n');
}

const args = process.argv.slice(2);
const given = args.filter((arg) => arg !== '-v');
process.stdout.write(`${report(resolve('.'), given, args.includes('-v'))}\n`);
