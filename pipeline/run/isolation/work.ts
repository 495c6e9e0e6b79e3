import { drawingOf } from '../document/drawing.ts';
import { extract, extractUntil } from '../document/extract.ts';
import { openLocal, type Processor } from '../document/processor.ts';
import { studyOf } from '../document/studying.ts';
import type { Work } from './serve.ts';

let opened: Processor | null = null;

function processor(): Processor {
  if (opened === null) throw new Error('a document came before what it is taken through');
  return opened;
}

/** How each task is done in a process of its own. */
export const WORK: Work = {
  open: async ({ setup }) => {
    opened = await openLocal(setup);
    return null;
  },
  process: ({ input }) => processor().process(input),
  fail: ({ input, failure }) => processor().fail(input, failure),
  extract: ({ bytes, options }) => extract(bytes, options),
  until: ({ bytes, options, phase }) => extractUntil(bytes, options, phase),
  study: ({ bytes, options }) => studyOf(bytes, options),
  draw: ({ bytes, page }) => drawingOf(bytes, page),
};
