import {
  ANOTHER_WORD,
  BEFORE_PLACE,
  COMMON_WORDS,
  NO_REGION,
  REGION_NAMES,
  type Region,
  WHOLE_COUNTRY,
} from '../../schemas/lexicon/regions.ts';
import { compact } from '../notation/text.ts';

/** A text has to speak of a place this often, and of no other half as often. */
const MENTIONS = 3;

interface Mention {
  region: Region;
  at: number;
}

/** The place at the head of a name: 辽宁省沈阳市…, 上海市…, 福州经济技术开发区…. */
function atHead(name: string): Region | null {
  const text = compact(name).replace(BEFORE_PLACE, '');
  const starting = (rest: string): Mention | null => {
    const full = REGION_NAMES.find((each) => rest.startsWith(each.name));
    if (full) return { region: full.region, at: full.name.length };
    const short = REGION_NAMES.find(
      (each) => !COMMON_WORDS.has(each.short) && rest.startsWith(each.short) && !ANOTHER_WORD.test(rest.slice(each.short.length)),
    );
    return short ? { region: short.region, at: short.short.length } : null;
  };
  const first = starting(text);
  if (!first) return null;
  if (first.region.city !== null) return first.region;
  const second = starting(text.slice(first.at));
  return second?.region.city && second.region.province === first.region.province ? second.region : first.region;
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
 * Province and city of the publisher: from its name, the title, or else the place of which the text speaks most. A place that the
 * vocabulary does not know (a county) is found by its city or province where the text names them. Unknown is null, never a guess.
 */
export function regionOf(names: readonly (string | null)[], lines: readonly string[]): Region {
  const known = names.filter((name): name is string => name !== null && name !== '');
  if (known.some((name) => WHOLE_COUNTRY.test(compact(name)))) return NO_REGION;
  for (const name of known) {
    const region = atHead(name);
    if (region) return region;
  }
  return mostNamed(lines) ?? NO_REGION;
}
