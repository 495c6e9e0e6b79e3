/**
 * What earlier runs left in the output folder: a document and its conditions in, the result that may be kept out; imports
 * schemas, extractors, base, run, publish.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Extraction } from '../../../extractors/extraction.ts';
import { inEffect, isAbout } from '../../../extractors/judgement/decisions/index.ts';
import { identifyProfile } from '../../../extractors/profiles/identify.ts';
import type { Profile } from '../../../schemas/profile.ts';
import type { DocumentRecord } from '../../../schemas/records.ts';
import type { DecisionRecord } from '../../../schemas/reviewing/decisions.ts';
import type { RuleId } from '../../../schemas/rules/index.ts';
import { reading } from '../../base/files.ts';
import type { Input } from '../inputs/input.ts';
import { hashInput, stampOf } from '../inputs/read-input.ts';
import type { Processed } from '../outcome.ts';
import { digest, matchFingerprint, profileFingerprint } from './fingerprint.ts';
import { type Limits, type ProfileChoice, readHead, type ShardHead } from './shard.ts';
import { withinTime } from './within-time.ts';

/** Under what a result came about, beside the document itself. The same conditions and the same document give the same result. */
export interface Conditions {
  program: string;
  /** Language and named profile. */
  options: string;
  limits: Limits;
  profiles: readonly Profile[];
  /** The one named by the user. */
  profile?: string | undefined;
  /** Decisions of people that stand. */
  decisions: readonly DecisionRecord[];
}

/** Failures that other limits, or other profiles, may change. */
const OF_LIMITS: ReadonlySet<string> = new Set<RuleId>([
  'document/timed-out',
  'document/out-of-memory',
  'document/crashed',
  'source/too-large',
]);

/** The decisions about a document, as a short text that differs when they do; '' where there are none. */
export function decisionsAbout(decisions: readonly DecisionRecord[], record: DocumentRecord): string {
  const { entity_id: entityId, year, disclosure_kind: kind, scope, sha256 } = record;
  const known = { entityId, year, kind, scope, sha256 };
  const about = inEffect(decisions.filter(({ document }) => isAbout(document, known)));
  return about.length === 0 ? '' : digest(about.map(({ id }) => id));
}

export function limitsOf({ report }: Extraction, { limits }: Conditions): Limits | null {
  return report.findings.some(({ ruleId }) => OF_LIMITS.has(ruleId)) ? limits : null;
}

const fingerprintOf = (profiles: readonly Profile[], id: string): string => {
  const profile = profiles.find((candidate) => candidate.id === id);
  return profile ? profileFingerprint(profile) : '';
};

/** `opening`: the beginning of the document; undefined where it was not read so far that a profile mattered. */
export function choiceOf({ profiles, profile }: Conditions, opening: string | undefined): ProfileChoice {
  if (opening === undefined) return { id: '', fingerprint: '', ambiguous: [], match: '', text: null };
  if (profile !== undefined) return { id: profile, fingerprint: fingerprintOf(profiles, profile), ambiguous: [], match: '', text: null };
  const { profile: chosen, ambiguous } = identifyProfile(profiles, opening);
  const match = matchFingerprint(profiles);
  return { id: chosen.id, fingerprint: fingerprintOf(profiles, chosen.id), ambiguous, match, text: opening };
}

/** Milliseconds that one document may take to be asked which profile it would choose now; what lies below is a matter of one. */
const CHOOSING = 1000;

/**
 * Whether documents would choose the profile that they chose, asked in this process. Patterns are tried only where those of some
 * profile changed, and only until one of them does not end: from then on a document is read again, in a process of its own.
 */
class Choices {
  readonly #conditions: Conditions;
  readonly #match: string;
  #endless = false;

  constructor(conditions: Conditions) {
    this.#conditions = conditions;
    this.#match = matchFingerprint(conditions.profiles);
  }

  isSame(choice: ProfileChoice): boolean {
    const { profiles, profile } = this.#conditions;
    if (choice.id === '') return true;
    if (profile !== undefined || choice.match === this.#match) return choice.fingerprint === fingerprintOf(profiles, profile ?? choice.id);
    const now = this.#endless ? null : withinTime(() => choiceOf(this.#conditions, choice.text ?? ''), CHOOSING);
    this.#endless ||= now === null;
    return (
      now !== null && now.id === choice.id && now.fingerprint === choice.fingerprint && now.ambiguous.join() === choice.ambiguous.join()
    );
  }
}

const sameLimits = (limits: Limits | null, now: Limits): boolean =>
  limits === null ||
  (limits.profiles === now.profiles &&
    limits.timeout === now.timeout &&
    limits.memory === now.memory &&
    limits.maxTextBytes === now.maxTextBytes);

/** How a document is known to be what it was: by its content, by size and time of the file, or never. */
export type Recognition = 'content' | 'stamp' | 'never';

interface StoreOptions {
  out: string;
  conditions: Conditions;
  recognition: Recognition;
  /** `failed`: read again what failed, leave the rest as it is, and what has no result aside. */
  only: 'failed' | null;
  json: boolean;
}

/** What is to be done with a document: keep the result it has, read it, or leave it out. */
type Decision = { kind: 'keep'; processed: Processed } | { kind: 'read' } | { kind: 'leave' };

/** The results that earlier runs left in the output folder. */
export class Store {
  readonly #options: StoreOptions;
  readonly #choices: Choices;

  constructor(options: StoreOptions) {
    this.#options = options;
    this.#choices = new Choices(options.conditions);
  }

  async decide(input: Input): Promise<Decision> {
    const { out, only, recognition } = this.#options;
    const head = readHead(out, input.documentId);
    const read: Decision = { kind: 'read' };
    if (recognition === 'never') return read;
    const known = head !== null && head.outcome.record.source_file === input.sourceFile && this.#isWhole(input, head) ? head : null;
    if (only === 'failed') {
      if (known === null) return { kind: 'leave' };
      return known.outcome.record.status === 'failed' ? read : this.#keep(input, known);
    }
    return known && this.#sameConditions(known) && (await this.#sameDocument(input, known)) ? this.#keep(input, known) : read;
  }

  #sameConditions({ program, options, limits, profile, decisions, outcome }: ShardHead): boolean {
    const { conditions } = this.#options;
    return (
      program === conditions.program &&
      options === conditions.options &&
      sameLimits(limits, conditions.limits) &&
      decisions === decisionsAbout(conditions.decisions, outcome.record) &&
      this.#choices.isSame(profile)
    );
  }

  async #sameDocument(input: Input, { content, stamp }: ShardHead): Promise<boolean> {
    if (content === null) return false;
    if (this.#options.recognition === 'stamp' && !input.failure) return stamp !== null && stamp === (await stampOf(input));
    return content === (await hashInput(input));
  }

  /** Files that somebody deleted, or that never reached the disk, are made again. */
  #isWhole({ documentId }: Input, { files }: ShardHead): boolean {
    return files.every(([name, bytes]) => statSync(join(this.#options.out, documentId, name), { throwIfNoEntry: false })?.size === bytes);
  }

  #keep(input: Input, { outcome }: ShardHead): Decision {
    const json = this.#options.json ? this.#jsonOf(input) : null;
    return { kind: 'keep', processed: { ...outcome, input, json, milliseconds: {}, events: [], kept: true } };
  }

  #jsonOf({ documentId }: Input): string {
    const [disclosure, report] = ['disclosure.json', 'report.json'].map((name) => {
      const path = join(this.#options.out, documentId, name);
      return reading(path, () => JSON.parse(readFileSync(path, 'utf8')));
    });
    return JSON.stringify({ disclosure, report });
  }
}
