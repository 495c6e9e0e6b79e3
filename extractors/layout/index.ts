/** A source of pages in, the document as blocks of lines and grids out; imports model, pages, padded. */
import type { Block } from '../model/blocks.ts';
import type { SourceDocument } from '../model/source.ts';
import type { Stage } from '../model/stage.ts';
import { layOutText } from './padded/index.ts';
import { layOutFlow, layOutPages } from './pages/document.ts';

/** The document as lines and grids: on fixed pages they are found by the layout, elsewhere they stand in the file. */
export const layout: Stage<SourceDocument, Block[]> = {
  name: 'layout',
  run(source, { report }) {
    if (source.kind === 'drawn') return layOutPages(source.pages, report);
    return layOutText(source.pages) ?? layOutFlow(source.pages);
  },
};
