import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { DecisionRecord, ReviewLine } from '../../schemas/reviewing/decisions.ts';
import type { Language } from '../../schemas/rules/index.ts';
import { EXIT, systemReason, UserError } from '../base/errors.ts';
import { makeFolder, writeAtomically } from '../base/files.ts';
import { shown, shownJson } from '../base/shown/terminal.ts';
import { disagreements, linesIn, newLines, toCsv } from '../decisions/exchange.ts';
import { ReviewsFile, reviewsFor, reviewsIn } from '../decisions/reviews-file.ts';
import { statsOf } from '../decisions/stats.ts';
import { lock } from '../run/store/lock.ts';
import { STATE_FOLDER } from '../run/store/shard.ts';
import { print, say } from './talk.ts';

export interface ReviewFlags {
  port?: number | undefined;
  open?: boolean | undefined;
  reviewer?: string | undefined;
  sources?: string | undefined;
  profiles?: string[] | undefined;
  lang: Language;
}

/** Whose decisions they are: only a name in the file, asked of nobody. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Where there is no browser to be opened, the address that was printed is enough. */
function openBrowser(address: string): void {
  const [command, ...before] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...before, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

const TEXT = {
  en: {
    listening: (documents: number, left: number) =>
      `${documents} documents, ${left} items left. Decisions are saved as they are made; Ctrl-C ends the review, and "duizhang extract" with the same output folder applies them.\n`,
    imported: (added: number, known: number) => `${added} lines added, ${known} were there already.\n`,
    differs: (record: DecisionRecord, other: DecisionRecord) =>
      `${record.document.sourceFile}: ${record.item?.itemId ?? ''} ${record.before}: ${record.reviewer} ${record.decision.edit} ${record.after} (counts, it is later); ${other.reviewer} ${other.decision.edit} ${other.after}`,
    agreed: 'No two reviewers disagree.\n',
  },
  zh: {
    listening: (documents: number, left: number) =>
      `${documents} 份文档，剩余 ${left} 项。决定即时保存；按 Ctrl-C 结束，再对同一输出文件夹执行 "duizhang extract" 即可采用。\n`,
    imported: (added: number, known: number) => `新增 ${added} 行，${known} 行已有。\n`,
    differs: (record: DecisionRecord, other: DecisionRecord) =>
      `${record.document.sourceFile}：${record.item?.itemId ?? ''} ${record.before}：${record.reviewer} ${record.decision.edit} ${record.after}（较晚，以此为准）；${other.reviewer} ${other.decision.edit} ${other.after}`,
    agreed: '复核人之间没有分歧。\n',
  },
} as const;

/** Serves the review app until Ctrl-C. The address goes to stdout. */
export async function reviewCommand(folder: string, flags: ReviewFlags): Promise<number> {
  const [{ Desk }, { listen }, { study }, { loadProfiles }] = await Promise.all([
    import('../review/desk/index.ts'),
    import('../review/server/index.ts'),
    import('../run/isolation/isolated.ts'),
    import('../run/profiles/load-profiles.ts'),
  ]);
  const { reviewer = userName(), sources = null, lang: language, port = 0 } = flags;
  const desk = new Desk({ out: folder, sources, reviewer, language, profiles: await loadProfiles(flags.profiles ?? []), study });
  try {
    const server = await listen(desk, port);
    print(`${server.address}\n`);
    if (flags.open !== false) openBrowser(server.address);
    const ended = untilInterrupted();
    await desk.prepare();
    const { documents, open } = desk.session();
    say(TEXT[language].listening(documents, open));
    await ended;
    await server.close();
    return EXIT.ok;
  } finally {
    desk.close();
  }
}

function untilInterrupted(): Promise<void> {
  return new Promise((done) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => done());
  });
}

export interface ExportReviewsFlags {
  format: 'csv' | 'jsonl';
  out?: string | undefined;
}

/** The decisions of a folder, into a file or to stdout; a terminal gets no control characters, whatever a text holds. */
export function exportReviews(folder: string, { format, out }: ExportReviewsFlags): number {
  const lines = reviewsFor(folder, undefined);
  const asJson = (render: (line: ReviewLine) => string): string => lines.map((line) => `${render(line)}\n`).join('');
  if (out !== undefined) writeAtomically(out, format === 'csv' ? toCsv(lines) : asJson((line) => JSON.stringify(line)));
  else print(format === 'csv' ? toCsv(lines, '\n') : asJson((line) => shownJson(line)));
  return EXIT.ok;
}

function textOf(path: string): string {
  try {
    return readFileSync(resolve(path), 'utf8');
  } catch (error) {
    const reason = systemReason(error);
    throw new UserError(EXIT.input, {
      en: `${path}: cannot be read (${reason}); expected decisions as "duizhang review export" prints them.`,
      zh: `${path}：无法读取（${reason}）；应为 "duizhang review export" 输出的决定。`,
    });
  }
}

/** Adds the decisions of another file to those of a folder, and says where two people disagree. */
export function importReviews(path: string, folder: string, { lang }: { lang: Language }): number {
  const others = linesIn(textOf(path), path);
  const state = join(folder, STATE_FOLDER, 'review');
  makeFolder(state);
  const unlock = lock(state);
  try {
    const file = new ReviewsFile(reviewsIn(folder));
    try {
      const added = newLines(file.lines, others);
      if (added.length > 0) file.add(added);
      say(TEXT[lang].imported(added.length, others.length - added.length));
      const differing = disagreements(file.lines);
      for (const { counts, other } of differing) print(`${shown(TEXT[lang].differs(counts, other))}\n`);
      if (differing.length === 0) say(TEXT[lang].agreed);
    } finally {
      file.close();
    }
  } finally {
    unlock();
  }
  return EXIT.ok;
}

/** Time and decisions a document, and how the sample fared, as JSON. */
export function reviewStats(folder: string): number {
  print(`${JSON.stringify(statsOf(reviewsFor(folder, undefined)), null, 2)}\n`);
  return EXIT.ok;
}
