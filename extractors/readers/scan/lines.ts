import { at } from '../../model/at.ts';
import type { PictureLayout } from '../../model/picture.ts';
import type { Word } from '../../model/source.ts';
import type { ScanAccess } from '../access/scan-library.ts';
import { cropped, windowOf } from './picture/index.ts';

export async function readLines(layout: PictureLayout, access: ScanAccess): Promise<{ words: Word[]; sureness: number }> {
  const words: Word[] = [];
  let sum = 0;
  let count = 0;
  for (const line of layout.lines) {
    const { steps, classes, values } = await access.recognise(cropped(layout.upright, line));
    const window = windowOf(line);
    let last = 0;
    let text = '';
    const starts: number[] = [];
    for (let t = 0; t < steps; t++) {
      let k = 0;
      let v = 0;
      for (let c = 0; c < classes; c++) {
        const p = values[t * classes + c] ?? 0;
        if (p > v) [v, k] = [p, c];
      }
      if (k !== 0 && k !== last) {
        text += at(access.alphabet, k);
        starts.push(window[0] + (t / steps) * (window[2] - window[0]));
        sum += v;
        count++;
      }
      last = k;
    }
    if (text.trim() === '') continue;
    words.push({ text, box: line.box, fontSize: layout.characterHeight, rotation: 0, clip: null, starts });
  }
  return { words, sureness: count === 0 ? 0 : sum / count };
}
