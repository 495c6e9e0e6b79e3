import type { DisclosureKind } from '../../../schemas/disclosure.ts';
import type { Coordinates, Said } from '../../../schemas/lexicon/coordinates/coordinates.ts';
import { coordinatesOf, hasParts, within } from '../../../schemas/lexicon/coordinates/index.ts';
import { EXPENSE_NAME } from '../../../schemas/lexicon/prose/amounts.ts';
import {
  ABOUT_ACCOUNT,
  COORDINATES_OF_KEYS,
  FILLERS,
  OF_ALL_FUNDS,
  OF_BODIES,
  PART_MARK,
} from '../../../schemas/lexicon/prose/concepts.ts';
import { withoutNumbering } from '../../../schemas/lexicon/writing/numbering.ts';
import { type Understood, understand } from '../../notation/coordinate-words.ts';
import { isOrganisation } from '../../notation/organisations.ts';
import { conceptOfStatement } from '../comparing/stated.ts';
import type { Mention, Setting } from './mention.ts';

const STAGES: Readonly<Record<DisclosureKind, Coordinates['stage']>> = { budget: 'initialBudget', 'final-accounts': 'final' };

export const NO_COORDINATES: Coordinates = coordinatesOf({ vintage: null }, {}, {});

/** What the amount that a mention is about is an amount of. `clause`: the text of its clause up to the number. */
export function coordinatesOfAmount(mention: Mention, clause: string, setting: Setting): Coordinates {
  const around = setting.headings.map(headingSaid).reduce<Said>(within, {});
  const own = nounSaid(mention, setting);
  const { stage: named, ...said } = within(withUsual(mention, around, setting.headings), own);
  return coordinatesOf(receivedThisYear(said), { ...said, stage: stageOf(mention, named, clause, setting) }, {});
}

/** Of a heading that names several views none is what its amounts are of; of which years and stage each amount says itself. */
function headingSaid(heading: string): Said {
  const bare = withoutNumbering(heading);
  if (isOrganisation(bare)) return { entity: bare };
  const { fund, flow, component, memo } = understand(bare).said;
  return {
    ...(fund ? { fund } : {}),
    ...(flow === undefined ? {} : { flow }),
    ...(component ? { component } : {}),
    ...(memo && memo !== 'several' ? { memo } : {}),
  };
}

/** What one source brings is what it brought in the year; what was carried over stands beside it, and 收入总计 holds both. */
const receivedThisYear = ({ flow, fund, item, vintage }: Said): Said =>
  flow === 'revenue' && vintage === undefined && ((fund && fund !== 'all') || item) ? { vintage: 'currentYear' } : {};

/** Totals by their short names are those of all funds, where no heading speaks of one. */
function withUsual({ noun, subjectCode }: Mention, around: Said, headings: readonly string[]): Said {
  const key = conceptOfStatement({ concept: noun, subjectCode })?.keys[0] ?? '';
  const usual = COORDINATES_OF_KEYS[key as keyof typeof COORDINATES_OF_KEYS];
  const isOfAccount = ABOUT_ACCOUNT.test(headings.at(-1) ?? '') && around.memo === undefined;
  const ofAll = isOfAccount && (OF_ALL_FUNDS.test(key) || subjectCode !== null) ? { fund: 'all' as const } : {};
  if (around.fund) return usual?.item === undefined || around.fund === 'all' ? around : { ...around, vintage: 'all' };
  return { ...around, ...(usual ?? ofAll) };
}

/** The parts of a name, the whole before its part. A name that nobody knows is an item, and of a whole it is not the whole. */
function nounSaid({ noun, subjectCode }: Mention, { subjectCode: lookup }: Setting): Said {
  const parts = noun.split(PART_MARK).filter((part) => part !== '');
  return parts.reduce<Said>((said, part, i) => {
    if (isOrganisation(part)) return within(said, { entity: part });
    const isLast = i === parts.length - 1;
    const code = (isLast ? subjectCode : null) ?? (EXPENSE_NAME.test(part) ? lookup([part]) : null);
    const { said: own, whole } = understoodPart(part);
    if (whole) return within(said, { ...own, ...(code === null ? {} : ofCode(code)) });
    if (code !== null) return within(said, { ...ofCode(code), ...(own.stage ? { stage: own.stage } : {}) });
    return within(said, { ...own, ...unknownPart(within(said, own)), item: own.item ? `${own.item} > ${part}` : part });
  }, {});
}

/** Words of prose say nothing of an amount, but are pieces of names that do: 附属单位. */
function understoodPart(part: string): Understood {
  const printed = understand(part);
  return printed.whole ? printed : understand(part.replace(FILLERS, '').replace(OF_BODIES, ''));
}

/** Which fund and component a part is of that bears an unknown name, unless they have no parts. */
function unknownPart({ fund, component }: Said): Said {
  return {
    ...(fund && !hasParts('fund', fund) ? {} : { fund: null }),
    ...(component && !hasParts('component', component) ? {} : { component: null }),
  };
}

function ofCode(code: string): Said {
  if (code.startsWith('2')) return { flow: 'expenditure', classification: 'functional', functionalCode: code };
  if (code.startsWith('3')) return { flow: 'expenditure', classification: 'departmentEconomic', departmentEconomicCode: code };
  return code.startsWith('5') ? { flow: 'expenditure', classification: 'governmentEconomic', governmentEconomicCode: code } : {};
}

/** Said by the name, then by the words before the number, else what the document is about; of other years only what is said. */
function stageOf({ relation, period }: Mention, named: Said['stage'], clause: string, { kind, year }: Setting): Coordinates['stage'] {
  if (relation === 'change' || relation === 'rate') return 'change';
  const said = named ?? understand(clause).said.stage;
  if (said) return said;
  return kind === null || (period !== null && year !== null && period !== year) ? null : STAGES[kind];
}
