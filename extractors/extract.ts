/**
 * A document from what a reader made of it to disclosure and report: pages and settings in, an extraction out; imports schemas,
 * model, readers/access, layout, tables, document, prose, proof, judgement, profiles.
 */
import type { Diagnostic, Finding } from '../schemas/diagnostic.ts';
import type { Profile } from '../schemas/profile.ts';
import type { Report } from '../schemas/report.ts';
import type { Language } from '../schemas/rules/index.ts';
import { SCHEMA_VERSION } from '../schemas/version.ts';
import type { Metadata } from './document/metadata.ts';
import { type Extraction, type ExtractOptions, type Failure, type FileIdentity, failedExtraction, stamped } from './extraction.ts';
import type { Case } from './judgement/case.ts';
import { type Decided, decide, misfitFindings } from './judgement/decide.ts';
import { standing } from './judgement/decisions/index.ts';
import type { Verdict } from './judgement/evaluate.ts';
import { reviewItems } from './judgement/review-items.ts';
import type { Study } from './judgement/study.ts';
import { substanceFindings, substanceOf } from './judgement/substance.ts';
import type { Block } from './model/blocks.ts';
import type { SourceDocument } from './model/source.ts';
import type { PhaseName, Stage, StageContext } from './model/stage.ts';
import { type Asked, type Extracted, runPhases } from './phases.ts';
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
  const pages = read.source.kind === 'drawn' ? { pages: read.source.pages } : {};
  return { ...run.extraction(), ...pages, opening: run.opening, sourceLines: linesOf(read.source) };
}

/** The phases up to the one named, for maintainers who look for the phase that errs. */
export function dumpPhase(read: Read, options: ExtractOptions, phase: PhaseName): PhaseDump {
  return new Run(read, { sha256: '', bytes: 0 }, options, untimed).until(phase);
}

/** A document up to its case, before anybody has decided about it; null where no phase got so far. */
export function studyRead(read: Read, file: FileIdentity, options: Omit<ExtractOptions, 'reviews'>): Study | null {
  return new Run(read, file, options, untimed).study();
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
  #decided: Pick<Decided, 'applied' | 'settled'> = { applied: 0, settled: new Set() };

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
      return this.#assembled(runPhases(this.#source, (phase, input) => this.#phase(phase, input), this.#asked()));
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
      runPhases(this.#source, run, this.#asked());
    } catch (error) {
      if (error instanceof Stopped) return { output: error.output, findings: this.#findings };
      throw error;
    }
    return { output: null, findings: this.#findings };
  }

  study(): Study | null {
    let study: Study | null = null;
    const decided = (stated: Case, { entityId, year, kind, scope }: Metadata): Case => {
      const document = { entityId, year, kind, scope, sha256: this.#file.sha256 };
      study = { stated, document, findings: [...this.#findings] };
      throw new Stopped(null);
    };
    try {
      runPhases(this.#source, (phase, input) => this.#phase(phase, input), { applyRepairs: false, decided });
    } catch (error) {
      if (!(error instanceof Stopped)) return null;
    }
    return study;
  }

  #asked(): Asked {
    const { applyProvedRepairs = false, reviews = [] } = this.#options;
    const records = standing(reviews);
    return {
      applyRepairs: applyProvedRepairs,
      decided: (stated, { entityId, year, kind, scope }) => {
        const made = decide(stated, records, { entityId, year, kind, scope, sha256: this.#file.sha256 });
        for (const finding of misfitFindings(made.misfits)) this.#report(finding);
        this.#decided = { applied: made.applied, settled: made.settled };
        return made.stated;
      },
    };
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

  #assembled({ blocks, meta, verdict }: Extracted): Extraction {
    const substance = substanceOf(verdict);
    if (substance === 'nothing') {
      this.#report({ ruleId: 'document/no-disclosure', actual: describe(blocks) });
      return this.#nothing(meta.title);
    }
    for (const finding of substanceFindings(substance, verdict, meta.year)) this.#report(finding);
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
      disclosure: { ...described, profile: this.#profile.id, tables, indicators, projects, statements },
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
    const { applied, settled } = this.#decided;
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
      review: reviewItems(verdict, this.#findings, { audit, documentId, settled, language: this.#language }),
      ...(applied > 0 ? { decisions: applied } : {}),
    };
  }
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
