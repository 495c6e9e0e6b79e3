import {
  ANOTHER_WORD,
  BEFORE_PLACE,
  COMMON_WORDS,
  COUNTIES,
  NO_REGION,
  REGION_NAMES,
  type Region,
  WHOLE_COUNTRY,
} from '../../schemas/lexicon/regions/index.ts';
import { compact } from '../notation/text.ts';

/** A text has to speak of a place this often, and of no other half as often. */
const MENTIONS = 3;

/** A place and how many characters of a text name it. */
interface Mention {
  region: Region;
  length: number;
}

/** The place of a publisher, and whether its name or title says it, rather than the text. */
export interface PlaceOf {
  region: Region;
  isNamed: boolean;
}

/** The place at the head of a name: 辽宁省沈阳市…, 上海市普陀区…, 福州经济技术开发区…, 新民市…. */
export function placeAtHead(name: string): Mention | null {
  const text = compact(name);
  const before = BEFORE_PLACE.exec(text)?.[0].length ?? 0;
  const place = placeAt(text.slice(before));
  return place && { region: place.region, length: before + place.length };
}

function placeAt(text: string): Mention | null {
  const first = starting(text);
  if (!first) return onlyCounty(text, () => true);
  const second = first.region.city === null ? starting(text.slice(first.length)) : null;
  const isWithin = second !== null && second.region.city !== null && second.region.province === first.region.province;
  const outer = isWithin ? { region: second.region, length: first.length + second.length } : first;
  const { province, city } = outer.region;
  const county = onlyCounty(text.slice(outer.length), (region) => (city === null ? region.province === province : region.city === city));
  return county ? { region: county.region, length: outer.length + county.length } : outer;
}

function starting(rest: string): Mention | null {
  const full = REGION_NAMES.find((each) => rest.startsWith(each.name));
  if (full) return { region: full.region, length: full.name.length };
  const short = REGION_NAMES.find(
    (each) => !COMMON_WORDS.has(each.short) && rest.startsWith(each.short) && !ANOTHER_WORD.test(rest.slice(each.short.length)),
  );
  return short ? { region: short.region, length: short.short.length } : null;
}

/** Of the counties whose full name begins the text, the only one. */
function onlyCounty(text: string, isThere: (region: Region) => boolean): Mention | null {
  const fitting = COUNTIES.filter(({ name, region }) => text.startsWith(name) && isThere(region));
  const longest = Math.max(...fitting.map(({ name }) => name.length));
  const [only, ...others] = fitting.filter(({ name }) => name.length === longest);
  return only && others.length === 0 ? { region: only.region, length: only.name.length } : null;
}

/** A document says in its first pages whose it is. */
const LINES = 300;

/** The place that the text speaks of; full names only. */
function mostNamed(lines: readonly string[]): Region | null {
  const counts = new Map<string, { region: Region; count: number }>();
  const text = lines.slice(0, LINES).map(compact).join('\n');
  for (const { name, region } of REGION_NAMES) {
    const count = text.split(name).length - 1;
    if (count > 0) counts.set(name, { region, count });
  }
  const clear = (kind: (region: Region) => string | null): Region | null => {
    const [best, next] = [...counts.values()].filter(({ region }) => kind(region) !== null).sort((a, b) => b.count - a.count);
    return best && best.count >= MENTIONS && best.count > 2 * (next?.count ?? 0) ? best.region : null;
  };
  const city = clear((region) => region.city);
  const province = clear((region) => (region.city === null || region.city === region.province ? region.province : null));
  if (city && province && city.province !== province.province) return null;
  return city ?? province;
}

/**
 * Province, city and county of the publisher: from its name and the title, or else the place of which the text speaks most. A county of
 * which there are several (鼓楼区) is that of the place of which the text speaks. Unknown is null, never a guess.
 */
export function regionOf(names: readonly (string | null)[], lines: readonly string[]): PlaceOf {
  const known = names.filter((name): name is string => name !== null && name !== '');
  if (known.some((name) => WHOLE_COUNTRY.test(compact(name)))) return { region: NO_REGION, isNamed: true };
  const named = known.flatMap((name) => placeAtHead(name)?.region ?? []);
  const [first] = named;
  if (first) return { region: named.find((other) => isWithin(other, first)) ?? first, isNamed: true };
  const spokenOf = mostNamed(lines);
  if (!spokenOf) return { region: NO_REGION, isNamed: false };
  const county = known
    .map((name) => onlyCounty(compact(name).replace(BEFORE_PLACE, ''), (region) => isWithin(region, spokenOf)))
    .find((one) => one !== null);
  return county ? { region: county.region, isNamed: true } : { region: spokenOf, isNamed: false };
}

const isWithin = (inner: Region, outer: Region): boolean =>
  inner.code !== outer.code &&
  inner.province === outer.province &&
  (outer.city === null || inner.city === outer.city) &&
  outer.county === null;
