import { textOf, type XmlElement } from '../../package/xml.ts';
import { childNamed, isElement } from '../base/values.ts';
import { type Container, folderOf } from './container.ts';

/** What objects refer to by the identifier that a resource file gives it (GB/T 33190—2016, 7.9); ids are unique in a document. */
export interface Resources {
  /** CompositeGraphicUnit (13). */
  units: Map<string, XmlElement>;
  /** DrawParam (8.2). */
  drawParams: Map<string, XmlElement>;
  /** ColorSpace (8.3.1). */
  colourSpaces: Map<string, XmlElement>;
  /** Paths of pictures. */
  pictures: Map<string, string>;
  /** Fonts, with the path of the font program where it is in the file. */
  fonts: Map<string, { name: string; path: string | null }>;
}

export const noResources = (): Resources => ({
  units: new Map(),
  drawParams: new Map(),
  colourSpaces: new Map(),
  pictures: new Map(),
  fonts: new Map(),
});

const KINDS = { CompositeGraphicUnits: 'units', DrawParams: 'drawParams', ColorSpaces: 'colourSpaces' } as const;
const isKind = (name: string): name is keyof typeof KINDS => name in KINDS;

/** Adds what a resource file, which stands at `path`, defines. */
export function addResources(root: XmlElement, path: string, container: Container, to: Resources): void {
  const folder = folderOf(path);
  const base = root.attributes.BaseLoc === undefined ? folder : container.pathOf(folder, root.attributes.BaseLoc);
  const placeOf = (item: XmlElement, name: string): string | null => {
    const file = childNamed(item, name);
    if (!file) return null;
    const place = container.pathOf(base, textOf(file));
    return container.has(place) ? place : container.pathOf(folder, textOf(file));
  };
  for (const list of root.children.filter(isElement)) {
    for (const item of list.children.filter(isElement)) {
      const { ID: id, FontName: name = '' } = item.attributes;
      if (id === undefined) continue;
      const picture = item.name === 'MultiMedia' ? placeOf(item, 'MediaFile') : null;
      if (picture !== null) to.pictures.set(id, picture);
      if (item.name === 'Font') to.fonts.set(id, { name, path: placeOf(item, 'FontFile') });
      if (isKind(list.name)) to[KINDS[list.name]].set(id, item);
    }
  }
}
