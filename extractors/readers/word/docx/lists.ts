import { childrenNamed, parseXml, type XmlElement } from '../../package/xml.ts';
import { LEVELS, type Level, type List } from '../body/numbering.ts';

const setting = (element: XmlElement, name: string): string | undefined => childrenNamed(element, name)[0]?.attributes.val;

function levelsOf(element: XmlElement): (Level | undefined)[] {
  const levels: (Level | undefined)[] = [];
  for (const level of childrenNamed(element, 'lvl')) {
    const index = Number(level.attributes.ilvl ?? 0);
    if (!(index >= 0 && index < LEVELS)) continue;
    const legal = childrenNamed(level, 'isLgl')[0];
    levels[index] = {
      start: Number(setting(level, 'start') ?? 1),
      format: setting(level, 'numFmt') ?? 'decimal',
      text: setting(level, 'lvlText') ?? '',
      legal: legal !== undefined && legal.attributes.val !== '0',
    };
  }
  return levels;
}

/** The lists of word/numbering.xml, null where there is none, by their id. @throws Error when it is no XML. */
export function listsOf(xml: string | null): Map<string, List> {
  const lists = new Map<string, List>();
  if (xml === null) return lists;
  const root = parseXml(xml);
  const described = new Map(childrenNamed(root, 'abstractNum').map((list) => [list.attributes.abstractNumId ?? '', levelsOf(list)]));
  for (const num of childrenNamed(root, 'num')) {
    const abstract = setting(num, 'abstractNumId') ?? '';
    const id = num.attributes.numId ?? '';
    const levels = [...(described.get(abstract) ?? [])];
    const overrides = childrenNamed(num, 'lvlOverride');
    for (const override of overrides) {
      const index = Number(override.attributes.ilvl ?? 0);
      const start = setting(override, 'startOverride');
      const level = levelsOf(override)[index] ?? levels[index];
      if (level) levels[index] = start === undefined ? level : { ...level, start: Number(start) };
    }
    // A list that starts anew counts by itself.
    lists.set(id, { abstract: overrides.length > 0 ? `${abstract}/${id}` : abstract, levels });
  }
  return lists;
}
