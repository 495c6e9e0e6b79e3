/** A source of pages in, the document as blocks of lines and grids out; imports model, pages. */
import type { Block } from '../model/blocks.ts';
import type { SourceDocument } from '../model/source.ts';
import type { Stage } from '../model/stage.ts';
import { layOutFlow, layOutPages } from './pages/document.ts';

/** The document as lines and grids: on fixed pages they are found by the layout, elsewhere they stand in the file. */
export const layout: Stage<SourceDocument, Block[]> = {
  name: 'layout',
  run(source, { report }) {
    return source.kind === 'drawn' ? layOutPages(source.pages, report) : layOutFlow(source.pages);
  },
};
