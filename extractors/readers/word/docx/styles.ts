import { childrenNamed, parseXml, type XmlElement } from '../../package/xml.ts';

/** What a style of paragraphs gives them, as far as it is read. */
export interface ParagraphStyle {
  list?: string;
  level?: number;
  pageBreak?: boolean;
  hidden?: boolean;
}

/** Styles based on each other; offices allow eleven (ECMA-376 part 1, 17.7.4.3). */
const LONGEST_CHAIN = 16;

export const isOn = (value: string | undefined): boolean => !['0', 'false', 'off', 'none'].includes(value ?? '1');

const child = (element: XmlElement | undefined, name: string): XmlElement | undefined => element && childrenNamed(element, name)[0];

/** The styles of paragraphs by their id, each with what those that it is based on say. @throws Error when the text is no XML. */
export function paragraphStyles(xml: string | null): Map<string, ParagraphStyle> {
  const own = new Map<string, { based: string | undefined; style: ParagraphStyle }>();
  for (const element of xml === null ? [] : childrenNamed(parseXml(xml), 'style')) {
    if (element.attributes.type !== 'paragraph') continue;
    own.set(element.attributes.styleId ?? '', { based: child(element, 'basedOn')?.attributes.val, style: styleOf(element) });
  }
  return new Map(
    [...own].map(([id]) => {
      let style: ParagraphStyle = {};
      let next: string | undefined = id;
      for (let left = LONGEST_CHAIN; next !== undefined && left > 0; left--) {
        const found = own.get(next);
        style = { ...found?.style, ...style };
        next = found?.based;
      }
      return [id, style];
    }),
  );
}

function styleOf(element: XmlElement): ParagraphStyle {
  const paragraph = child(element, 'pPr');
  const list = child(paragraph, 'numPr');
  const numId = child(list, 'numId')?.attributes.val;
  const level = child(list, 'ilvl')?.attributes.val;
  const pageBreak = child(paragraph, 'pageBreakBefore');
  const vanish = child(child(element, 'rPr'), 'vanish');
  return {
    ...(numId === undefined ? {} : { list: numId }),
    ...(level === undefined ? {} : { level: Number(level) }),
    ...(pageBreak ? { pageBreak: isOn(pageBreak.attributes.val) } : {}),
    ...(vanish ? { hidden: isOn(vanish.attributes.val) } : {}),
  };
}
