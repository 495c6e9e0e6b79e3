import type { Blocks } from '../model/blocks.ts';
import type { SourceDocument } from '../model/source.ts';
import type { Stage } from '../model/stage.ts';
import { layOutPages } from './pages/document.ts';

/** The document as lines and grids: on fixed pages they are found by the layout, elsewhere they stand in the file. */
export const layout: Stage<SourceDocument, Blocks> = {
  name: 'layout',
  run(source) {
    const blocks = source.kind === 'drawn' ? layOutPages(source.pages) : source.pages.flatMap((page) => page.blocks);
    return { media: source.media, blocks };
  },
};
