/**
 * Members of an OFD in, its documents, pages, resources and attachments by their paths out, before a page is read; imports model, package,
 * base.
 */
import type { Box } from '../../../model/box.ts';
import { childrenNamed, textOf, type XmlElement } from '../../package/xml.ts';
import { MAX_PAGES, TooLarge } from '../base/limits.ts';
import { boxFrom, childNamed, isElement, isTrue } from '../base/values.ts';
import { type Container, folderOf } from './container.ts';
import { addResources, noResources, type Resources } from './resources.ts';

/** The areas of a page in millimetres (GB/T 33190—2016, 7.5); null where they are not given. */
export interface Areas {
  physical: Box | null;
  /** What of it is displayed and printed. */
  application: Box | null;
}

export interface Page {
  id: string;
  path: string;
}

/** A document of the file, before its pages are read. Paths are those of members. */
export interface OfdDocument {
  areas: Areas;
  pages: Page[];
  resources: Resources;
  templates: ReadonlyMap<string, { path: string; order: string | undefined }>;
  /** Files of annotations by the identifier of the page. */
  annotations: ReadonlyMap<string, string[]>;
  /** Names of the attachments that a reader is offered. */
  attachments: string[];
}

/** Parts of a file that could not be read, by their paths. */
export type Missing = (path: string) => void;

export function areasOf(element: XmlElement | undefined): Areas {
  const box = (name: string): Box | null => {
    const found = element && childNamed(element, name);
    return found ? boxFrom(textOf(found)) : null;
  };
  return { physical: box('PhysicalBox'), application: box('ApplicationBox') };
}

/** Paths of the main files of the documents in a file (7.4): of each the version that is the current one. */
export function documentPaths(main: XmlElement, container: Container, missing: Missing): string[] {
  return childrenNamed(main, 'DocBody').flatMap((body) => {
    const root = childNamed(body, 'DocRoot');
    const versions = childNamed(body, 'Versions');
    const current = versions && childrenNamed(versions, 'Version').find(({ attributes }) => isTrue(attributes.Current, false));
    const path = current?.attributes.BaseLoc === undefined ? null : container.pathOf('', current.attributes.BaseLoc);
    const version = path === null ? null : part(path, container, missing);
    const versionRoot = version && childNamed(version, 'DocRoot');
    if (path !== null && versionRoot) return [container.pathOf(folderOf(path), textOf(versionRoot))];
    return root ? [container.pathOf('', textOf(root))] : [];
  });
}

/** @throws TooLarge; Error where the document's own file cannot be read. */
export function readDocument(path: string, container: Container, missing: Missing): OfdDocument {
  const { root, isSound } = container.xml(path, true);
  if (!isSound) missing(path);
  const folder = folderOf(path);
  const common = childNamed(root, 'CommonData');
  const list = childNamed(root, 'Pages');
  const pages = (list ? childrenNamed(list, 'Page') : []).map(({ attributes: { ID = '', BaseLoc = '' } }) => ({
    id: ID,
    path: container.pathOf(folder, BaseLoc),
  }));
  if (pages.length > MAX_PAGES) throw new TooLarge(`${pages.length} pages`);
  const templates = new Map(
    (common ? childrenNamed(common, 'TemplatePage') : []).map(({ attributes: { ID = '', BaseLoc = '', ZOrder } }) => [
      ID,
      { path: container.pathOf(folder, BaseLoc), order: ZOrder },
    ]),
  );
  return {
    areas: areasOf(common && childNamed(common, 'PageArea')),
    pages,
    resources: resourcesOf(common, folder, container, missing),
    templates,
    annotations: annotationsOf(root, folder, container, missing),
    attachments: attachmentsOf(root, folder, container, missing),
  };
}

/** A part of the document that it can be read without; what is missing is told. @throws TooLarge */
export function part(path: string, container: Container, missing: Missing): XmlElement | null {
  try {
    const { root, isSound } = container.xml(path, true);
    if (!isSound) missing(path);
    return root;
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    missing(path);
    return null;
  }
}

function resourcesOf(common: XmlElement | undefined, folder: string, container: Container, missing: Missing): Resources {
  const resources = noResources();
  const files = (common?.children ?? []).filter(isElement).filter(({ name }) => name === 'PublicRes' || name === 'DocumentRes');
  for (const file of files) addFrom(container.pathOf(folder, textOf(file)), container, resources, missing);
  return resources;
}

/** Adds the resources of a file. */
export function addFrom(path: string, container: Container, to: Resources, missing: Missing): void {
  const root = part(path, container, missing);
  if (root) addResources(root, path, container, to);
}

function annotationsOf(root: XmlElement, folder: string, container: Container, missing: Missing): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { path, list } of listsOf('Annotations', root, folder, container, missing)) {
    for (const page of childrenNamed(list, 'Page')) {
      const id = page.attributes.PageID ?? '';
      const files = childrenNamed(page, 'FileLoc').map((file) => container.pathOf(folderOf(path), textOf(file)));
      found.set(id, [...(found.get(id) ?? []), ...files]);
    }
  }
  return found;
}

/** Attachments that are hidden are data of the producer. */
function attachmentsOf(root: XmlElement, folder: string, container: Container, missing: Missing): string[] {
  return listsOf('Attachments', root, folder, container, missing).flatMap(({ list }) =>
    childrenNamed(list, 'Attachment')
      .filter(({ attributes }) => isTrue(attributes.Visible, true))
      .map(({ attributes: { Name = '', Format } }) => (Format === undefined ? Name : `${Name} (${Format})`)),
  );
}

function listsOf(
  name: string,
  root: XmlElement,
  folder: string,
  container: Container,
  missing: Missing,
): { path: string; list: XmlElement }[] {
  return childrenNamed(root, name).flatMap((file) => {
    const path = container.pathOf(folder, textOf(file));
    const list = part(path, container, missing);
    return list ? [{ path, list }] : [];
  });
}
