/**
 * Blocks in, parts of tables with captions and notes, entries of the contents page and the lines of prose out; imports schemas, model,
 * notation, grids.
 */
import type { Block, TextLine } from '../../model/blocks.ts';
import type { Segments } from '../../model/segments.ts';
import type { Stage } from '../../model/stage.ts';
import { continuesUnit, dropCaption, namesPublisher, namesPublisherAboveUnit, takesCaption } from './captions.ts';
import { takeProse, takesListedEntry } from './contents.ts';
import { itemsOf } from './items.ts';
import { startsSequence, takeGridRow, takesNote, takesRow } from './rows.ts';
import { begin, type State } from './state.ts';
import { withTitlesFirst } from './titles-behind.ts';

/** Splits a document into the rows of its tables, each with its caption and notes, and the prose between them. */
export const segment: Stage<readonly Block[], Segments> = {
  name: 'segment',
  run(blocks) {
    const state = begin(itemsOf(withTitlesFirst(blocks)));
    for (const [i, item] of state.items.list.entries()) {
      if (item.kind === 'row') takeGridRow(state, item.row, item.grid);
      else if (item.kind === 'text') takeLine(state, item.line, i);
      else if (!state.open) state.prose.push(item.line);
    }
    dropCaption(state);
    const { contents, parts, prose } = state;
    return { contents, parts, prose };
  },
};

/** What a line may be, in the order in which it is asked; true: it is, and the state says so. */
const READINGS: readonly ((state: State, line: TextLine, i: number) => boolean)[] = [
  takesListedEntry,
  continuesUnit,
  takesNote,
  takesCaption,
  takesRow,
  namesPublisherAboveUnit,
  startsSequence,
  namesPublisher,
];

function takeLine(state: State, line: TextLine, i: number): void {
  if (READINGS.some((takes) => takes(state, line, i))) return;
  dropCaption(state);
  takeProse(state, line);
  state.before = line;
  state.notes = 0;
}
