import type { Declaration } from '../schemas/disclosure.ts';
import { type Metadata, metadata } from './document/metadata.ts';
import { periods } from './document/periods.ts';
import { type Case, reconcile } from './judgement/case.ts';
import { score, type Verdict } from './judgement/evaluate.ts';
import { layout } from './layout/index.ts';
import { join } from './layout/joining/index.ts';
import { segment } from './layout/segmenting/index.ts';
import type { Block } from './model/blocks.ts';
import type { SourceDocument } from './model/source.ts';
import type { Stage } from './model/stage.ts';
import type { CoordinatedTable, HeaderedTable, PlacedTable, ReadTable } from './model/tables.ts';
import { coordinates } from './proof/coordinates/index.ts';
import { candidates } from './proof/placing/index.ts';
import { readings } from './proof/readings/index.ts';
import { declarations } from './prose/declarations.ts';
import { statements } from './prose/index.ts';
import { paragraphs } from './prose/paragraphs.ts';
import { forms } from './tables/forms/phase.ts';
import { header } from './tables/header/index.ts';
import { subjects } from './tables/nesting/index.ts';
import { rows } from './tables/rows/index.ts';
import { values } from './tables/values/index.ts';

/** Runs one phase, for whoever wants to time it, name it in findings or stop after it. */
export type RunPhase = <In, Out>(phase: Stage<In, Out>, input: In) => Out;

export interface Extracted {
  blocks: Block[];
  meta: Metadata;
  verdict: Verdict;
  declarations: Declaration[];
}

/** What a run is told beside the document. */
export interface Asked {
  applyRepairs: boolean;
  /** A case after what people have decided about its document. */
  decided: (stated: Case, meta: Metadata) => Case;
}

/** A document from its pages to its verdict: every phase, in order. What each one takes is what those before it gave. */
export function runPhases(source: SourceDocument, run: RunPhase, { applyRepairs, decided }: Asked): Extracted {
  const blocks = run(readings, run(layout, source));
  const { parts, contents, prose } = run(segment, blocks);
  const joined = run(join, parts);
  const headered = run(header, joined);
  const { meta, tables } = placed(source, blocks, headered, run);
  const formed = run(forms, { tables: headered, year: meta.year, source });
  const text = run(paragraphs, prose);
  const said = run(statements, { paragraphs: text, year: meta.year, kind: meta.kind });
  const stated = run(reconcile, {
    tables,
    statements: said,
    contents,
    forms: formed,
    decided: (before) => decided(before, meta),
  });
  const verdict = run(score, { stated, applyRepairs });
  return { blocks, meta, verdict, declarations: run(declarations, { tables: verdict.tables, paragraphs: text, year: meta.year }) };
}

/** In a function of its own, whose locals die with it: each phase copies the rows or cells, and they are most of what is held. */
function placed(
  source: SourceDocument,
  blocks: readonly Block[],
  headered: readonly HeaderedTable[],
  run: RunPhase,
): { meta: Metadata; tables: PlacedTable[] } {
  const { meta, tables } = described(source, blocks, headered, run);
  return { meta, tables: run(candidates, tables) };
}

function described(
  source: SourceDocument,
  blocks: readonly Block[],
  headered: readonly HeaderedTable[],
  run: RunPhase,
): { meta: Metadata; tables: CoordinatedTable[] } {
  const nested = run(subjects, readValues(source, headered, run));
  const meta = run(metadata, { blocks, tables: nested });
  const dated = run(periods, { tables: nested, year: meta.year, entity: meta.entity.name });
  return { meta, tables: run(coordinates, { tables: dated, kind: meta.kind }) };
}

function readValues(source: SourceDocument, headered: readonly HeaderedTable[], run: RunPhase): ReadTable[] {
  return run(values, { tables: run(rows, headered), source });
}
