import type { ItemView as Item } from '../../../../schemas/reviewing/api.ts';
import { itemPlaces } from '../../../publish/report/facts.ts';
import { REVIEW_KINDS } from '../../../publish/report/names.ts';
import { type Child, chinese, h } from '../base/dom.ts';
import { type Command, keyOf } from '../base/keys.ts';
import { language, say, type Word, word } from '../base/words.ts';
import type { ScopeName } from '../model/choices.ts';
import type { Model } from '../model/document-model.ts';
import { placeText, yuan } from './places.ts';
import { type Chosen, evidence, proposals, withUnit } from './proof.ts';

/** The parts of a page about an item, each made anew from what it shows. */

const MOST_DECISIONS = 200;

/** What the item is, what it costs, what proves it and what would mend it. */
export function itemHead(
  model: Model,
  item: Item,
  { position, of }: { position: number; of: number },
  chosen: Chosen,
  take: (alternative: number | null) => void,
): Child {
  const money = item.moneyAtStake === '0' ? null : h('span', {}, word('stake'), ' ', yuan(item.moneyAtStake));
  const residual = item.residual === '' ? null : h('span', {}, word('residual'), ' ', withUnit(item.residual, item.unit));
  const message = item.messages[language()];
  const line = h(
    'div',
    { class: 'item-head' },
    h('span', { class: 'dim n' }, word('ofTotal', position + 1, of)),
    h('span', { class: `tag ${item.kind}` }, say(REVIEW_KINDS[item.kind])),
    item.state === 'unsure' && h('span', { class: 'tag' }, word('unsure')),
    h('span', { class: 'dim' }, item.tableTitle && [chinese(item.tableTitle), ' · '], placeText(itemPlaces(model, item)[0])),
  );
  // The equation below says every addend; the message repeats them.
  const heading = h('h1', { class: item.equationIds.length > 0 && 'short', title: message }, message);
  const facts = h('p', { class: 'facts' }, residual, money, h('span', {}, word('probability'), ` ${Math.round(item.probability * 100)} %`));
  return [line, heading, facts, proposals(model, item, chosen, take), evidence(model, item, chosen)];
}

/** In place of an item: it is cleared, or all are. */
export function nothingShown(left: number, forward: () => void): Child {
  const further = h('button', { type: 'button', class: 'primary', onclick: forward }, word('next'), h('kbd', {}, 'Enter'));
  return [h('h1', {}, word(left === 0 ? 'allCleared' : 'itemGone')), further];
}

/** Decisions about the document, the last first. */
export function decisionList({ view: { decisions } }: Model): HTMLElement | null {
  if (decisions.length === 0) return null;
  const last = decisions.slice(-MOST_DECISIONS).reverse();
  const lines = last.map(({ before, after, reviewer, reason, doesNotFit }) => {
    const by = [reviewer, reason].filter(Boolean).map((text) => ` · ${text}`);
    const misfit = doesNotFit && h('b', {}, ` · ${word('doesNotFit', doesNotFit)}`);
    return h('li', { class: doesNotFit && 'misfit' }, chinese(`${before} → ${after}`), h('span', { class: 'dim' }, by), misfit);
  });
  return h('details', { class: 'why' }, h('summary', {}, word('decisions', decisions.length)), h('ul', { class: 'plain' }, lines));
}

interface Offered {
  item: Item | null;
  scope: ScopeName;
  /** Numbers that a decision would speak of. */
  facts: number;
  canUndo: boolean;
  canRedo: boolean;
}

/** What can be decided now, each with its key. */
export function actionBar({ item, scope, facts, canUndo, canRedo }: Offered, obey: (command: Command) => void): Child {
  const action = (command: Command, name: Word, primary = false): HTMLElement =>
    h('button', { type: 'button', class: primary && 'primary', onclick: () => obey(command) }, word(name), h('kbd', {}, keyOf(command)));
  const steps = [canUndo && action('undo', 'undo'), canRedo && action('redo', 'redo')];
  if (!item) return h('div', { class: 'buttons' }, steps);
  const what = scope === 'scopeItem' && facts === 0 ? word('scopeNone') : word(scope, facts);
  const change = { type: 'button', class: 'scope', onclick: () => obey('nextScope') };
  const scopes = h('button', change, word('scope'), ' ', h('b', {}, what), h('kbd', {}, keyOf('nextScope')));
  const takes = item.take.length > 0;
  const corrections = (['move', 'row', 'column', 'table'] as const).map((each) => action(each, each));
  return [
    h('div', { class: 'buttons' }, scopes, steps),
    h(
      'div',
      { class: 'buttons' },
      takes && action('take', 'take', true),
      action('confirm', facts === 0 ? 'seen' : 'confirm', !takes),
      facts > 0 && [action('value', 'value'), action('source', 'source')],
      action('cannotTell', 'cannotTell'),
      h('details', { class: 'menu' }, h('summary', {}, word('more')), h('div', {}, corrections)),
    ),
  ];
}
