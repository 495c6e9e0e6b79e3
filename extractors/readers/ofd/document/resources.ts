import { childrenNamed, textOf, type XmlElement } from '../../package/xml.ts';
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
}

export const noResources = (): Resources => ({ units: new Map(), drawParams: new Map(), colourSpaces: new Map(), pictures: new Map() });

const KINDS = { CompositeGraphicUnits: 'units', DrawParams: 'drawParams', ColorSpaces: 'colourSpaces' } as const;
const isKind = (name: string): name is keyof typeof KINDS => name in KINDS;

/** Adds what a resource file, which stands at `path`, defines. */
export function addResources(root: XmlElement, path: string, container: Container, to: Resources): void {
  const folder = folderOf(path);
  const base = root.attributes.BaseLoc === undefined ? folder : container.pathOf(folder, root.attributes.BaseLoc);
  for (const list of root.children.filter(isElement)) {
    if (list.name === 'MultiMedias') {
      for (const media of childrenNamed(list, 'MultiMedia')) {
        const file = childNamed(media, 'MediaFile');
        if (!file || media.attributes.ID === undefined) continue;
        const place = container.pathOf(base, textOf(file));
        to.pictures.set(media.attributes.ID, container.has(place) ? place : container.pathOf(folder, textOf(file)));
      }
    } else if (isKind(list.name)) {
      const known = to[KINDS[list.name]];
      for (const item of list.children.filter(isElement)) if (item.attributes.ID !== undefined) known.set(item.attributes.ID, item);
    }
  }
}
