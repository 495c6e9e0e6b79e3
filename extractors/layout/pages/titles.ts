import type { CleanLine } from '../../model/blocks.ts';
import { isTitle, parseCaption } from '../../notation/captions.ts';
import { compact } from '../../notation/text.ts';

const NUMBERED_START =
  /^[（(]?(?:部门|单位)?(?:预算|决算|公开|附|财)*\s*表?\s*[\d一二三四五六七八九十]{1,3}(?:-\d{1,2})?\s*表?\s*[:：)）]?/;
const OPEN_END = /[、，（(“"《及和与的—-]$/;
const SENTENCE = /[。；;]|^(?:注|备注|说明|[（(]?[一二三四五六七八九十]+[)）、])/;
const SHORT_REST = 12;

/** A title that was too long for one line: its second line alone would pass for the whole title. */
export function joinTitleLines(lines: readonly CleanLine[]): CleanLine[] {
  const out: CleanLine[] = [];
  for (const line of lines) {
    const above = out.at(-1);
    if (above && !above.row && !line.row && goesOn(above, line)) {
      const text = `${above.text.trimEnd()}${line.text.trimStart()}`;
      const [a, b] = [above.box!, line.box!];
      const box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])] as const;
      out[out.length - 1] = { ...above, text, raw: text, box };
    } else out.push(line);
  }
  return out;
}

function goesOn(above: CleanLine, line: CleanLine): boolean {
  if (above.page !== line.page || !above.box || !line.box || !isTitle(line.text)) return false;
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
