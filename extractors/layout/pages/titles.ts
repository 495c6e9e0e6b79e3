import type { Block, TextLine } from '../../model/blocks.ts';
import type { Box } from '../../model/box.ts';
import { isTitle, parseCaption } from '../../notation/captions.ts';
import { compact } from '../../notation/text.ts';
import { boxAround } from '../geometry/visual-lines.ts';

const NUMBERED_START =
  /^[（(]?(?:部门|单位)?(?:预算|决算|公开|附|财)*\s*表?\s*[\d一二三四五六七八九十]{1,3}(?:-\d{1,2})?\s*表?\s*[:：)）]?/;
const OPEN_END = /[、，（(“"《及和与的—-]$/;
const SENTENCE = /[。；;]|^(?:注|备注|说明|[（(]?[一二三四五六七八九十]+[)）、])/;
const SHORT_REST = 12;

/** A title that was too long for one line: its second line alone would pass for the whole title. */
export function joinTitleLines(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const above = out.at(-1);
    if (above?.kind === 'line' && block.kind === 'line' && isBoxed(above) && isBoxed(block) && goesOn(above, block)) {
      const text = `${above.text.trimEnd()}${block.text.trimStart()}`;
      out[out.length - 1] = { ...above, text, raw: text, box: boxAround([above, block]) };
    } else out.push(block);
  }
  return out;
}

type BoxedLine = TextLine & { box: Box };

const isBoxed = (line: TextLine): line is BoxedLine => line.box !== undefined;

function goesOn(above: BoxedLine, line: BoxedLine): boolean {
  if (above.page !== line.page || !isTitle(line.text)) return false;
  const height = line.box[3] - line.box[1];
  if (line.box[1] - above.box[3] > 1.2 * height || Math.abs(above.box[3] - above.box[1] - height) > 0.25 * height) return false;
  const head = compact(above.text);
  const rest = compact(line.text);
  if (SENTENCE.test(head) || parseCaption(above.text) !== null || !parseCaption(head + rest)?.title) return false;
  const numbered = NUMBERED_START.test(head) && /表|^\d/.test(head.slice(0, 8));
  return (
    OPEN_END.test(head) ||
    (numbered && head.length > 8) ||
    (rest.length <= SHORT_REST && head.length >= 15 && /预算|决算|收支|支出|经费/.test(head))
  );
}
