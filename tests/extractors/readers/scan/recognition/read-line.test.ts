import { describe, expect, test } from 'vitest';
import type { Picture, PictureLine } from '../../../../../extractors/model/picture.ts';
import type { LineImage } from '../../../../../extractors/readers/access/scan-library.ts';
import { windowOf } from '../../../../../extractors/readers/scan/picture/index.ts';
import { inkRuns, type Run } from '../../../../../extractors/readers/scan/recognition/ink.ts';
import { readLine, wordsIn } from '../../../../../extractors/readers/scan/recognition/read-line.ts';
import { wordsOf } from '../../../../../extractors/readers/scan/recognition/words.ts';
import { ALPHABET, type Place, probabilitiesOf, surely } from './probabilities.ts';

const HEIGHT = 48;
/** Columns of a line's picture that one place stands for. */
const PLACE = 8;

/** A line whose picture shows as many columns as dots: 48 high with its margin. */
const lineOf = (places: number): PictureLine => {
  const margin = (0.06 * HEIGHT) / 1.12;
  const width = places * PLACE;
  const box = [0, margin, width - 0.3 * HEIGHT - 1, HEIGHT - margin] as const;
  return { box, bound: [-1000, -1000, 5000, 5000] };
};

/** Runs of ink under the places where something stands, a column or two narrower. */
const inkUnder = (places: readonly Place[]): Run[] =>
  places.flatMap((place, i): Run[] => (Object.keys(place).length === 0 ? [] : [[i * PLACE - 6, i * PLACE + 14, 40]]));

const read = (places: readonly Place[], runs = inkUnder(places)) =>
  wordsIn(lineOf(places.length), runs, probabilitiesOf(places), { alphabet: ALPHABET, width: places.length * PLACE, height: HEIGHT });

/** Places of Chinese characters stand further apart. */
const spread = (text: string): Place[] => [...text].flatMap((character): Place[] => [{}, { [character]: 1 }, {}, {}]);

describe('words of a line', () => {
  test('stand apart at wide gaps, each with its ink, and where its characters start', () => {
    const places = [...surely('12.00'), {}, {}, {}, {}, {}, {}, {}, {}, ...surely('3.50')];
    const words = read(places);
    expect(words.map(({ text }) => text)).toEqual(['12.00', '3.50']);
    const [left] = windowOf(lineOf(places.length));
    expect(words[1]?.box[0]).toBeCloseTo(left + 18 * PLACE - 6, 0);
    expect(words[1]?.starts).toHaveLength(4);
    expect(words[1]?.starts.every((start, i, all) => i === 0 || start > (all[i - 1] ?? 0))).toBe(true);
  });

  test('Chinese characters stand apart at half an em already', () => {
    const places = [...spread('收入'), {}, {}, {}, {}, ...spread('支出')];
    const ink = places.flatMap((place, i): Run[] => (Object.keys(place).length === 0 ? [] : [[i * PLACE - 12, i * PLACE + 20, 40]]));
    expect(read(places, ink).map(({ text }) => text)).toEqual(['收入', '支出']);
  });

  test('digits that stand apart where a point was lost are one number, in doubt', () => {
    const places = [...surely('142'), {}, {}, {}, {}, ...surely('460000')];
    const [word, ...others] = read(places);
    expect(others).toEqual([]);
    expect(word?.text).toBe('142460000');
    expect(word?.reading.posterior).toBeLessThan(0.9);
    expect(word?.reading.alternatives[0]?.text).toBe('142.460000');
  });

  test('ink that no character covers makes a word unsure', () => {
    const places = [...spread('新'), ...Array.from({ length: 12 }, () => ({})), ...spread('表')];
    const covered: Run[] = [
      [-4, 28, 40],
      [124, 156, 40],
    ];
    expect(read(places, covered).map(({ reading }) => reading.posterior)).toEqual([1, 1]);
    expect(read(places, [...covered.slice(0, 1), [60, 92, 40], ...covered.slice(1)]).map(({ reading }) => reading.posterior)).toEqual([
      1, 0.4,
    ]);
  });

  test('a flat 一 that is lost before what it makes a known word of is found again', () => {
    const places: Place[] = [{}, {}, {}, {}, {}, ...spread('般公共预算')];
    const characters = places.flatMap((place, i): Run[] => (Object.keys(place).length === 0 ? [] : [[i * PLACE - 10, i * PLACE + 18, 40]]));
    const [word] = read(places, [[4, 34, 5], ...characters]);
    expect(word?.text).toBe('一般公共预算');
    expect(word?.reading).toEqual({ posterior: 0.85, alternatives: [{ text: '般公共预算', posterior: expect.closeTo(0.15, 5) }] });
    expect(word?.starts).toHaveLength(6);
  });

  test('a minus that is lost before a number is found again, and not to be trusted; a stroke that is not flat is none', () => {
    const places: Place[] = [{}, {}, ...surely('92.00')];
    const digits = inkUnder(places);
    expect(read(places, digits)[0]).toMatchObject({ text: '92.00', reading: { posterior: 1 } });
    const [flat] = read(places, [[-12, 2, 5], ...digits]);
    expect(flat).toMatchObject({ text: '-92.00', reading: { posterior: 0.85, alternatives: [{ text: '92.00' }] } });
    expect(read(places, [[-12, 2, 30], ...digits])[0]).toMatchObject({ text: '92.00', reading: { posterior: 0.4 } });
  });

  test('ink in which nothing is likelier than a digit is that digit, in doubt', () => {
    const [word] = read([{}, { 1: 0.3 }, {}], [[8, 16, 40]]);
    expect(word).toMatchObject({ text: '1', reading: { posterior: expect.closeTo(0.3, 1) } });
    expect(read([{}, { 1: 0.01 }, {}], [[8, 16, 40]])).toEqual([]);
  });

  test('where nothing is recognised there are none', () => expect(read([{}, {}, {}], [])).toEqual([]));
});

describe('a line of a picture', () => {
  const upright: Picture = { width: 200, height: 100, grey: new Uint8Array(20_000).fill(255) };
  const access = (seen: LineImage[]) => ({
    alphabet: ALPHABET,
    recognise: async (image: LineImage) => {
      seen.push(image);
      return probabilitiesOf(Array.from({ length: image.width / PLACE }, (_, i): Place => (i === 1 ? { '-': 1 } : {})));
    },
  });

  test('of a low mark is shown as small as it is beside usual characters', async () => {
    const line: PictureLine = { box: [50, 49, 60, 51], bound: [0, 0, 200, 100] };
    const seen: LineImage[] = [];
    await readLine(upright, line, access(seen));
    await readLine(upright, line, access(seen), 20);
    // 10 dots of a line 14 high instead of 2: a seventh of the width.
    expect(seen.map(({ width }) => width)).toEqual([232, 48]);
  });

  test('gives words as other readers do', async () => {
    const line: PictureLine = { box: [50, 40, 90, 58], bound: [0, 0, 200, 100] };
    const [word] = wordsOf(await readLine(upright, line, access([])));
    expect(word).toMatchObject({ text: '-', rotation: 0, clip: null, fontSize: 25, reading: { alternatives: [] } });
  });
});

describe('ink', () => {
  test('is what is clearly darker than paper, column by column', () => {
    const [width, height] = [10, 4];
    const planes = new Float32Array(3 * width * height).fill(0.9);
    for (const column of [2, 3, 7]) planes[width + column] = -0.8;
    planes[5] = 0.6;
    expect(inkRuns({ width, height, planes })).toEqual([
      [2, 4, 1],
      [7, 8, 1],
    ]);
  });
});
