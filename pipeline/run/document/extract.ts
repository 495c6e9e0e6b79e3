import { createHash } from 'node:crypto';
import { metadataOf } from '../../../extractors/document/metadata.ts';
import { regionOf } from '../../../extractors/document/region.ts';
import { auditSample } from '../../../extractors/judgement/review/audit.ts';
import { reviewOfFindings } from '../../../extractors/judgement/review/findings.ts';
import { type ScoredDocument, score } from '../../../extractors/judgement/score.ts';
import { join } from '../../../extractors/layout/joining/index.ts';
import { grid } from '../../../extractors/layout/segmenting/grid.ts';
import { segment } from '../../../extractors/layout/segmenting/index.ts';
import type { CleanDocument } from '../../../extractors/model/blocks.ts';
import type { SourceDocument } from '../../../extractors/model/source.ts';
import type { Stage, StageContext } from '../../../extractors/model/stage.ts';
import type { WorkRow, WorkTable } from '../../../extractors/model/tables.ts';
import { periodOfRow, withPeriods } from '../../../extractors/notation/periods.ts';
import { subjectCodeByPath } from '../../../extractors/notation/subjects.ts';
import { identifyProfile } from '../../../extractors/profiles/identify.ts';
import { reconcile } from '../../../extractors/proof/evaluate.ts';
import { candidates } from '../../../extractors/proof/placing/index.ts';
import { type ComparableFact, compareStatements, extractStatements } from '../../../extractors/prose/statements.ts';
import { clean } from '../../../extractors/readers/markup/clean.ts';
import { isPdf, readPdf } from '../../../extractors/readers/pdf/index.ts';
import { readText } from '../../../extractors/readers/text/index.ts';
import { extractForms } from '../../../extractors/tables/forms/index.ts';
import { header } from '../../../extractors/tables/header/index.ts';
import { subjects } from '../../../extractors/tables/nesting/index.ts';
import { rows } from '../../../extractors/tables/rows/index.ts';
import { values } from '../../../extractors/tables/rows/values.ts';
import type { Diagnostic, Finding } from '../../../schemas/diagnostic.ts';
import type { Profile } from '../../../schemas/profile.ts';
import type { Report } from '../../../schemas/report.ts';
import { type Language, type RuleId, renderMessage, ruleOf } from '../../../schemas/rules/index.ts';
import type { Extraction, ExtractOptions, StageDump } from '../extraction.ts';
import { pdfAccess } from '../pdf/pdf-access.ts';
import { failedExtraction } from './failed.ts';

/** How much of a document is read to recognise its profile. */
const PROFILE_CHARACTERS = 8_000;

/** Runs every stage on one file. Never throws for what a document contains: bad documents come back as findings. */
export async function extract(bytes: Uint8Array, options: ExtractOptions): Promise<Extraction> {
  const start = performance.now();
  const read = await readSource(bytes);
  if ('finding' in read) return unreadable(bytes, options, read.finding);
  const extraction = new Run(bytes, read, options, performance.now() - start).extraction();
  if (read.source.media !== 'pdf') return extraction;
  return { ...extraction, sourceLines: read.source.pages.flatMap((page) => page.lines.map((line) => line.text)) };
}

/** Runs the stages up to the one named and returns its output, for maintainers who look for the stage that errs. */
export async function extractUntil(bytes: Uint8Array, options: ExtractOptions, stage: string): Promise<StageDump> {
  const { documentId } = options;
  const read = await readSource(bytes);
  if ('finding' in read) return { documentId, stage, output: null, findings: unreadable(bytes, options, read.finding).report.findings };
  return { documentId, stage, ...new Run(bytes, read, options, 0).until(stage) };
}

/** Runs every stage on a document that another reader has read. */
export function extractSource(source: SourceDocument, options: ExtractOptions): Extraction {
  return new Run(new Uint8Array(), { source, findings: [] }, options, 0).extraction();
}

export interface Read {
  source: SourceDocument;
  findings: Finding[];
}

export async function readSource(bytes: Uint8Array): Promise<Read | { finding: Finding }> {
  if (isPdf(bytes)) return readPdf(bytes, await pdfAccess());
  const source = readText(bytes);
  return 'finding' in source ? source : { source, findings: [] };
}

function unreadable(bytes: Uint8Array, options: ExtractOptions, finding: Finding): Extraction {
  const language = options.language ?? 'en';
  const failed = failedExtraction(
    options,
    bytes,
    { ruleId: finding.ruleId as RuleId, stage: 'read', actual: finding.actual ?? '' },
    language,
  );
  const message = renderMessage(finding.ruleId, finding.actual ?? '', finding.expected ?? '', language);
  const findings = failed.report.findings.map((entry) => ({ ...entry, message, expected: finding.expected ?? '' }));
  return { ...failed, report: { ...failed.report, reason: message, findings } };
}

/** Ends a run at the stage that was asked for. */
const STOP = new Error('stopped at the stage asked for');

class Run {
  readonly #findings: Diagnostic[] = [];
  readonly #milliseconds: Record<string, number> = {};
  #stage = 'read';
  #wanted: string | null = null;
  #output: unknown = null;
  #profile: Profile;
  readonly #opening: string;
  private readonly source: SourceDocument;
  private readonly language: Language;

  constructor(
    private readonly bytes: Uint8Array,
    read: Read,
    private readonly options: ExtractOptions,
    milliseconds: number,
  ) {
    this.source = read.source;
    this.language = options.language ?? 'en';
    this.#milliseconds.read = milliseconds;
    for (const finding of read.findings) this.report(finding);
    this.#opening = beginning(this.source);
    this.#profile = this.chooseProfile();
  }

  extraction(): Extraction {
    return { ...this.extracted(), opening: this.#opening };
  }

  private extracted(): Extraction {
    try {
      return this.run();
    } catch (error) {
      const text = error instanceof Error ? `${error.message} (${this.#stage})` : String(error);
      return this.failed('internal/stage-failed', text);
    }
  }

  until(stage: string): { output: unknown; findings: Diagnostic[] } {
    this.#wanted = stage;
    try {
      this.run();
    } catch (error) {
      if (error !== STOP) throw error;
    }
    return { output: this.#output, findings: this.#findings };
  }

  private run(): Extraction {
    const cleaned = this.stage(clean, this.source);
    const joined = this.stage(join, this.stage(grid, this.stage(segment, cleaned)));
    const read = this.stage(values, this.stage(rows, this.stage(header, joined)));
    const undated = this.stage(candidates, this.stage(subjects, read));
    const meta = metadataOf(cleaned.lines, undated.tables);
    const tables = undated.tables.map((table) => ({ ...table, columns: withPeriods(table.columns, meta.year) }));
    const placed = { ...undated, tables };
    const forms = this.timed('forms', () =>
      extractForms(
        placed.forms.map((form) => ({ index: form.index, title: form.title, unit: form.caption.unit, rows: form.rows })),
        { year: meta.year, report: (finding) => this.report(finding) },
      ),
    );
    const stated = this.timed('statements', () => {
      const statements = extractStatements(placed.paragraphs, { year: meta.year, kind: meta.kind, subjectCode: subjectCodeByPath });
      const agreements = compareStatements(statements, comparableFacts(placed.tables, meta.year));
      return { statements: statements.map((statement, i) => ({ ...statement, agrees: agreements[i]?.agrees ?? null })), agreements };
    });
    const reconciled = this.stage(reconcile, { ...placed, ...stated });
    const scored = this.stage(score, {
      ...reconciled,
      formContents: forms.tables,
      indicators: forms.indicators,
      projects: forms.projects,
      year: meta.year,
      applyRepairs: this.options.applyProvedRepairs ?? false,
    });
    const found = disclosureIn(scored, reconciled.statements.length);
    if (found === 'nothing') {
      this.report({ ruleId: 'document/no-disclosure', actual: describe(cleaned) });
      return this.nothing(meta.title);
    }
    if (found === 'prose') this.report({ ruleId: 'document/tables-elsewhere', actual: `0/${scored.expected.length}` });
    else if (meta.year === null) this.report({ ruleId: 'document/year-unknown' });
    return {
      disclosure: {
        schemaVersion: 1,
        documentId: this.options.documentId,
        sourceFile: this.options.sourceFile,
        kind: meta.kind,
        entity: meta.entity,
        scope: meta.scope,
        year: meta.year,
        title: meta.title,
        region: regionOf(
          [meta.entity.name, meta.title],
          cleaned.lines.map(({ text }) => text),
        ),
        profile: this.#profile.id,
        tables: scored.tables,
        indicators: scored.indicators,
        projects: scored.projects,
        statements: reconciled.statements,
      },
      report: this.reportOf(scored, reconciled.equations),
      evidence: scored.evidence,
      milliseconds: this.#milliseconds,
    };
  }

  /** A text without any disclosure in it: no facts, and a status that says so. */
  private nothing(title: string | null): Extraction {
    const failed = this.failed('document/no-disclosure', '');
    const { media, encoding, pages } = this.source;
    const reason = this.#findings.at(-1)?.message ?? '';
    return {
      disclosure: { ...failed.disclosure, title, profile: this.#profile.id },
      report: { ...failed.report, media, encoding, pages: pages.length, profile: this.#profile.id, reason, findings: this.#findings },
      milliseconds: this.#milliseconds,
    };
  }

  private reportOf(scored: ScoredDocument, equations: Report['equations']): Report {
    const worst = this.#findings.some((finding) => finding.severity === 'error');
    const found = [...scored.review, ...reviewOfFindings(this.#findings, scored.tables, scored.review.length + 1)];
    const queue = [...found, ...auditSample(scored.tables, this.options.audit ?? 0, this.options.documentId, found.length + 1)];
    const review = queue.map((item) => ({
      ...item,
      message: renderMessage(item.ruleId, item.actual, item.expected, this.language),
    }));
    return {
      schemaVersion: 1,
      documentId: this.options.documentId,
      sourceFile: this.options.sourceFile,
      sha256: createHash('sha256').update(this.bytes).digest('hex'),
      bytes: this.bytes.length,
      pages: this.source.pages.length,
      media: this.source.media,
      encoding: this.source.encoding,
      profile: this.#profile.id,
      status: worst ? 'partial' : 'succeeded',
      reason: this.#findings.find((finding) => finding.severity === 'error')?.message ?? '',
      expectedTables: scored.expected,
      findings: this.#findings,
      equations,
      review,
    };
  }

  private stage<In, Out>(stage: Stage<In, Out>, input: In): Out {
    const output = this.timed(stage.name, () => stage.run(input, this.context()));
    if (this.#wanted === stage.name) {
      this.#output = output;
      throw STOP;
    }
    return output;
  }

  private timed<T>(name: string, work: () => T): T {
    this.#stage = name;
    const start = performance.now();
    const output = work();
    this.#milliseconds[name] = (this.#milliseconds[name] ?? 0) + performance.now() - start;
    return output;
  }

  private context(): StageContext {
    return { profile: this.#profile, report: (finding) => this.report(finding) };
  }

  private report(finding: Finding): void {
    const { ruleId, places = [], tableIndex = null, actual = '', expected = '' } = finding;
    const message = renderMessage(ruleId, actual, expected, this.language);
    this.#findings.push({
      ruleId,
      stage: this.#stage,
      severity: ruleOf(ruleId)?.severity ?? 'error',
      message,
      tableIndex,
      places,
      actual,
      expected,
    });
  }

  private failed(ruleId: RuleId, actual: string): Extraction {
    return failedExtraction(this.options, this.bytes, { ruleId, stage: this.#stage, actual }, this.language);
  }

  private chooseProfile(): Profile {
    const { profile: wanted, profiles } = this.options;
    const named = wanted === undefined ? undefined : profiles.find((profile) => profile.id === wanted);
    if (named) return named;
    const identified = identifyProfile(profiles, this.#opening);
    if (identified.ambiguous.length > 0) this.report({ ruleId: 'profile/ambiguous', actual: identified.ambiguous.join(', ') });
    return identified.profile;
  }
}

/** Tables of a known kind make a disclosure; so does prose that announces such tables and states amounts. */
function disclosureIn(scored: ScoredDocument, statements: number): 'tables' | 'prose' | 'nothing' {
  if (scored.tables.some((table) => table.kind !== 'other')) return 'tables';
  return scored.expected.length > 0 && statements > 0 ? 'prose' : 'nothing';
}

function beginning(source: SourceDocument): string {
  const parts: string[] = [];
  let length = 0;
  for (const page of source.pages) {
    for (const line of page.lines) {
      parts.push(line.text.slice(0, PROFILE_CHARACTERS));
      length += line.text.length;
      if (length > PROFILE_CHARACTERS) return parts.join('\n');
    }
  }
  return parts.join('\n');
}

function describe(document: CleanDocument): string {
  const lines = document.lines.filter((line) => line.text.trim() !== '');
  return `${lines.length} lines, first: ${lines[0]?.text.trim().slice(0, 40) ?? ''}`;
}

function comparableFacts(tables: readonly WorkTable[], year: number | null): ComparableFact[] {
  return tables.flatMap((table) => {
    const whole = unitAsTotal(table);
    return table.items.flatMap((row) =>
      row.cells.flatMap((cell): ComparableFact[] => {
        if (cell.column === null || cell.value === null || cell.placement === 'ambiguous') return [];
        const column = table.columns[cell.column]!;
        return [
          {
            id: cell.id,
            tableKind: table.kind,
            tableTitle: table.title,
            side: table.panels[row.panel]?.side ?? null,
            role: row === whole ? 'total' : row.role,
            code: row.code,
            hasKeys: Object.keys(row.keys).length > 0,
            label: row.label,
            labelPath: row.labelPath,
            columnPath: column.path,
            measure: column.measure,
            period: periodOfRow(row.label, year) ?? column.period,
            unit: column.unit,
            value: cell.value,
          },
        ];
      }),
    );
  });
}

/** Without a total row the row of the only unit stands for the whole table. */
function unitAsTotal(table: WorkTable): WorkRow | null {
  if (table.shape !== 'coded' || table.items.some((row) => row.role === 'total')) return null;
  const units = table.items.filter((row) => row.role === 'unit' && row.parent === null);
  return units.length === 1 && units[0] === table.items[0] ? units[0]! : null;
}
