/**
 * A document from what a reader made of it to disclosure and report: pages and settings in, an extraction out; imports schemas,
 * model, readers/access, layout, tables, document, prose, proof, judgement, profiles.
 */
import type { Diagnostic, Finding } from '../schemas/diagnostic.ts';
import type { Profile } from '../schemas/profile.ts';
import type { Report } from '../schemas/report.ts';
import { type Language, renderMessage } from '../schemas/rules/index.ts';
import { SCHEMA_VERSION } from '../schemas/version.ts';
import { type Extraction, type ExtractOptions, type Failure, type FileIdentity, failedExtraction, stamped } from './extraction.ts';
import type { Verdict } from './judgement/evaluate.ts';
import { auditSample } from './judgement/review/audit.ts';
import { entryText } from './judgement/review/draft.ts';
import { reviewOfFindings } from './judgement/review/findings.ts';
import { mergedByCause } from './judgement/review/merging.ts';
import type { Block } from './model/blocks.ts';
import { Keys } from './model/keys.ts';
import type { SourceDocument } from './model/source.ts';
import type { PhaseName, Stage, StageContext } from './model/stage.ts';
import { type Extracted, runPhases } from './phases.ts';
import { identifyProfile } from './profiles/identify.ts';
import type { Read } from './readers/access/reader.ts';

/** What the named phase makes of a document, and what was found so far. `output` is null when the document never gets there. */
export interface PhaseDump {
  output: unknown;
  findings: Diagnostic[];
}

/** Does the work of a phase; a host that has a clock can time it. */
export type Timed = <T>(phase: string, work: () => T) => T;

const untimed: Timed = (_, work) => work();

/** How much of a document is read to recognise its profile. */
const PROFILE_CHARACTERS = 8_000;

/** Every phase on a document that a reader has read. Never throws for what a document contains: that comes back as findings. */
export function extractRead(read: Read, file: FileIdentity, options: ExtractOptions, timed: Timed = untimed): Extraction {
  const run = new Run(read, file, options, timed);
  return { ...run.extraction(), opening: run.opening, sourceLines: linesOf(read.source) };
}

/** The phases up to the one named, for maintainers who look for the phase that errs. */
export function dumpPhase(read: Read, options: ExtractOptions, phase: PhaseName): PhaseDump {
  return new Run(read, { sha256: '', bytes: 0 }, options, untimed).until(phase);
}

/** Ends a run at the phase that was asked for. */
class Stopped extends Error {
  constructor(readonly output: unknown) {
    super('stopped at the phase asked for');
  }
}

class Run {
  readonly opening: string;
  readonly #findings: Diagnostic[] = [];
  readonly #source: SourceDocument;
  readonly #file: FileIdentity;
  readonly #options: ExtractOptions;
  readonly #timed: Timed;
  readonly #language: Language;
  readonly #profile: Profile;
  #stage = 'read';

  constructor(read: Read, file: FileIdentity, options: ExtractOptions, timed: Timed) {
    this.#source = read.source;
    this.#file = file;
    this.#options = options;
    this.#timed = timed;
    this.#language = options.language ?? 'en';
    for (const finding of read.findings) this.#report(finding);
    this.opening = beginning(read.source);
    this.#profile = this.#chooseProfile();
  }

  extraction(): Extraction {
    try {
      return this.#assembled(
        runPhases(this.#source, (phase, input) => this.#phase(phase, input), this.#options.applyProvedRepairs ?? false),
      );
    } catch (error) {
      const actual = error instanceof Error ? `${error.message} (${this.#stage})` : String(error);
      return this.#failed({ ruleId: 'internal/stage-failed', stage: this.#stage, actual });
    }
  }

  until(wanted: PhaseName): PhaseDump {
    const run = <In, Out>(phase: Stage<In, Out>, input: In): Out => {
      const output = this.#phase(phase, input);
      if (phase.name === wanted) throw new Stopped(output);
      return output;
    };
    try {
      runPhases(this.#source, run, this.#options.applyProvedRepairs ?? false);
    } catch (error) {
      if (error instanceof Stopped) return { output: error.output, findings: this.#findings };
      throw error;
    }
    return { output: null, findings: this.#findings };
  }

  #phase<In, Out>(phase: Stage<In, Out>, input: In): Out {
    this.#stage = phase.name;
    const context: StageContext = { profile: this.#profile, report: (finding) => this.#report(finding) };
    return this.#timed(phase.name, () => phase.run(input, context));
  }

  #report(finding: Finding): void {
    this.#findings.push(stamped(finding, this.#stage, this.#language));
  }

  #failed(failure: Failure): Extraction {
    return failedExtraction(this.#file, this.#options, failure);
  }

  #chooseProfile(): Profile {
    const { profile: wanted, profiles } = this.#options;
    const named = wanted === undefined ? undefined : profiles.find((profile) => profile.id === wanted);
    if (named) return named;
    const { profile, ambiguous } = identifyProfile(profiles, this.opening);
    if (ambiguous.length > 0) this.#report({ ruleId: 'profile/ambiguous', actual: ambiguous.join(', ') });
    return profile;
  }

  #assembled({ blocks, meta, verdict, declarations }: Extracted): Extraction {
    const found = disclosureIn(verdict);
    if (found === 'nothing') {
      this.#report({ ruleId: 'document/no-disclosure', actual: describe(blocks) });
      return this.#nothing(meta.title);
    }
    if (found === 'prose') this.#report({ ruleId: 'document/tables-elsewhere', actual: `0/${verdict.expected.length}` });
    else if (meta.year === null) this.#report({ ruleId: 'document/year-unknown' });
    const { documentId, sourceFile } = this.#options;
    const { kind, entity, entityId, scope, level, parentEntity, year, title, region } = meta;
    const { tables, indicators, projects, statements } = verdict;
    const described = {
      schemaVersion: SCHEMA_VERSION,
      documentId,
      sourceFile,
      kind,
      entity,
      entityId,
      scope,
      level,
      parentEntity,
      year,
      title,
      region,
    } as const;
    return {
      disclosure: { ...described, profile: this.#profile.id, tables, indicators, projects, statements, declarations },
      report: this.#reportOf(verdict),
      evidence: verdict.evidence,
    };
  }

  /** A text without any disclosure in it: no facts, and a status that says so. */
  #nothing(title: string | null): Extraction {
    const failed = this.#failed({ ruleId: 'document/no-disclosure', stage: this.#stage, actual: '' });
    const { media, encoding, pages } = this.#source;
    const read = { media, encoding, pages: pages.length, profile: this.#profile.id };
    const reason = this.#findings.at(-1)?.message ?? '';
    return {
      disclosure: { ...failed.disclosure, title, profile: this.#profile.id },
      report: { ...failed.report, ...read, reason, findings: this.#findings },
    };
  }

  #reportOf(verdict: Verdict): Report {
    const { documentId, sourceFile, audit = 0 } = this.#options;
    const { media, encoding, pages } = this.#source;
    const worst = this.#findings.find((finding) => finding.severity === 'error');
    const entries = [
      ...verdict.review,
      ...mergedByCause(reviewOfFindings(this.#findings, verdict.tables)),
      ...auditSample(verdict.tables, audit, documentId),
    ];
    const keys = new Keys();
    return {
      schemaVersion: SCHEMA_VERSION,
      documentId,
      sourceFile,
      ...this.#file,
      pages: pages.length,
      media,
      encoding,
      profile: this.#profile.id,
      status: worst ? 'partial' : 'succeeded',
      reason: worst?.message ?? '',
      expectedTables: verdict.expected,
      findings: this.#findings,
      equations: verdict.equations,
      review: entries.map((entry) => ({
        itemId: keys.next('i', entryText(entry)),
        ...entry,
        message: renderMessage(entry.ruleId, entry.actual, entry.expected, this.#language),
      })),
    };
  }
}

/** Tables of a known kind make a disclosure; so does prose that announces such tables and states amounts. */
function disclosureIn({ tables, expected, statements }: Verdict): 'tables' | 'prose' | 'nothing' {
  if (tables.some((table) => table.kind !== 'other')) return 'tables';
  return expected.length > 0 && statements.length > 0 ? 'prose' : 'nothing';
}

function beginning(source: SourceDocument): string {
  const parts: string[] = [];
  let length = 0;
  for (const text of textsOf(source)) {
    parts.push(text.slice(0, PROFILE_CHARACTERS));
    length += text.length;
    if (length > PROFILE_CHARACTERS) break;
  }
  return parts.join('\n');
}

/** The lines of the file; of a page of HTML, whose first thousands of characters are scripts, what it shows. */
function* textsOf(source: SourceDocument): Generator<string> {
  if (source.kind === 'drawn' || source.media !== 'html') for (const { lines } of source.pages) for (const { text } of lines) yield text;
  else for (const { blocks } of source.pages) for (const block of blocks) yield shownText(block);
}

const shownText = (block: Block): string =>
  block.kind === 'line'
    ? block.text
    : block.rows.flatMap(({ cells }) => cells.flatMap(({ text }) => (text === '' ? [] : [text]))).join(' ');

/** A form feed within a line leaves its parts on two pages. */
function linesOf({ pages }: SourceDocument): string[] {
  const lines: string[] = [];
  for (const page of pages) for (const { number, text } of page.lines) lines[number - 1] = (lines[number - 1] ?? '') + text;
  return lines;
}

const FIRST_CHARACTERS = 40;

function describe(blocks: readonly Block[]): string {
  const texts = blocks.flatMap((block) =>
    block.kind === 'line'
      ? [block.text.trim()]
      : block.rows.map((row) =>
          row.cells
            .map((cell) => cell.text)
            .join(' ')
            .trim(),
        ),
  );
  const filled = texts.filter((text) => text !== '');
  return `${filled.length} ${filled.length === 1 ? 'line' : 'lines'}, first: ${filled[0]?.slice(0, FIRST_CHARACTERS) ?? ''}`;
}
