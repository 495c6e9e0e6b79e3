/** What every room of the pipeline needs: errors with exit codes, writing of files, the log, small helpers; imports schemas, shown. */
import type { Language } from '../../schemas/rules/index.ts';

/** What the process says when it ends. In a batch the worst of all documents. */
export const EXIT = {
  ok: 0,
  usage: 1,
  input: 2,
  profile: 3,
  schema: 4,
  write: 5,
  review: 6,
  internal: 70,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** From harmless to worst: what stopped the run outweighs what one document lacks. */
const BY_WEIGHT: readonly ExitCode[] = [
  EXIT.ok,
  EXIT.review,
  EXIT.input,
  EXIT.usage,
  EXIT.profile,
  EXIT.schema,
  EXIT.write,
  EXIT.internal,
  EXIT.interrupted,
];

export function worstExit(a: ExitCode, b: ExitCode): ExitCode {
  return BY_WEIGHT.indexOf(a) >= BY_WEIGHT.indexOf(b) ? a : b;
}

export type Bilingual = Record<Language, string>;

/** An error that the user can do something about: it says what was met, what was expected and what to do. */
export class UserError extends Error {
  readonly exitCode: ExitCode;
  readonly text: Bilingual;

  constructor(exitCode: ExitCode, text: Bilingual, cause?: unknown) {
    super(text.en, { cause });
    this.name = 'UserError';
    this.exitCode = exitCode;
    this.text = text;
  }
}

/** A profile that cannot be used. `problems` has one line for each thing that is wrong with it. */
export class ProfileError extends UserError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const list = problems.map((problem) => `  ${problem}`).join('\n');
    super(EXIT.profile, {
      en: `Profiles cannot be loaded:\n${list}\nCorrect the files named above, then try again (see CONTRIBUTING.md, profiles).`,
      zh: `配置无法加载：\n${list}\n请改正上述文件后重试（见 CONTRIBUTING.md 的 profiles 一节）。`,
    });
    this.name = 'ProfileError';
    this.problems = problems;
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The code that the system gives its errors (`ENOENT`, `ERR_…`); null where there is none. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** The file system's reason without the path, which the message around it names already. */
export function systemReason(error: unknown): string {
  const reason = reasonOf(error);
  return codeOf(error) === null ? reason : (reason.split(',')[0] ?? reason);
}
