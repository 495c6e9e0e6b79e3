/**
 * Elements of pages, templates and annotations in, the operators that paint them out, in millimetres; imports model, access, package,
 * pdf/surface, document, base.
 */
import { childrenNamed, type XmlElement } from '../../package/xml.ts';
import { multiply } from '../../pdf/surface/matrix.ts';
import { boxFrom, childNamed, isTrue, matrixFrom } from '../base/values.ts';
import { PAGE_FRAME, paintBlock, type Scene } from './objects.ts';

/** A template page: its content, and whether it goes below or upon the page where that does not say it. */
export interface Template {
  root: XmlElement;
  order: string | undefined;
}

/** Kinds of layers, lowest first (GB/T 33190—2016, 7.7). */
const LAYERS = ['Background', 'Body', 'Foreground'] as const;
const FOREGROUND = 'Foreground';
/** Templates in each other: the standard knows of none. */
const MOST_TEMPLATES = 8;

/** Paints the layers of a page between the templates that it names; `templateOf` is asked by identifier. Templates may name others. */
export function paintPage(
  root: XmlElement,
  templateOf: (id: string) => Template | null,
  scene: Scene,
  within: readonly string[] = [],
): void {
  const named = childrenNamed(root, 'Template').flatMap(({ attributes: { TemplateID: id = '', ZOrder } }) => {
    const template = within.includes(id) || within.length >= MOST_TEMPLATES ? null : templateOf(id);
    return template ? [{ id, root: template.root, order: ZOrder ?? template.order }] : [];
  });
  const paintTemplates = (isUpon: boolean): void => {
    for (const { id, root: template, order } of named)
      if ((order === FOREGROUND) === isUpon) paintPage(template, templateOf, scene, [...within, id]);
  };
  paintTemplates(false);
  const contents = childrenNamed(root, 'Content');
  const layers = contents.flatMap((content) => childrenNamed(content, 'Layer'));
  for (const kind of LAYERS) {
    // Objects that a producer has put beside the layers.
    if (kind === 'Body') for (const content of contents) paintBlock(content, PAGE_FRAME, scene);
    for (const layer of layers) if (kindOf(layer) === kind) paintLayer(layer, scene);
  }
  paintTemplates(true);
}

function kindOf({ attributes: { Type } }: XmlElement): (typeof LAYERS)[number] {
  return LAYERS.find((kind) => kind === Type) ?? 'Body';
}

function paintLayer(layer: XmlElement, scene: Scene): void {
  const isHidden = !isTrue(layer.attributes.Visible, true);
  if (isHidden) scene.ops.add('beginMarkedContentProps', 'OC', null);
  paintBlock(layer, PAGE_FRAME, scene);
  if (isHidden) scene.ops.add('endMarkedContent');
}

/** Paints the annotations of a file of them (15) that are shown. */
export function paintAnnotations(root: XmlElement, scene: Scene): void {
  const { ops } = scene;
  for (const annotation of childrenNamed(root, 'Annot')) {
    const appearance = childNamed(annotation, 'Appearance');
    if (!appearance || !isTrue(annotation.attributes.Visible, true)) continue;
    const boundary = boxFrom(appearance.attributes.Boundary);
    const own = matrixFrom(appearance.attributes.CTM);
    if (!own) {
      scene.passOver('Annot');
      continue;
    }
    ops.add('beginGroup', { matrix: PAGE_FRAME.matrix, bbox: boundary });
    // A marker lets what it marks be read.
    if (annotation.attributes.Type === 'Highlight') ops.add('setGState', [['BM', 'multiply']]);
    ops.add('beginGroup', { matrix: PAGE_FRAME.matrix, bbox: null });
    const matrix = boundary ? multiply([1, 0, 0, 1, boundary[0], boundary[1]], own) : own;
    paintBlock(appearance, { ...PAGE_FRAME, matrix }, scene);
    ops.add('endGroup');
    ops.add('endGroup');
  }
}
