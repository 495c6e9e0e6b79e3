import { AMOUNTS, BAND, BOX, drawn, each, type Manner, plain, png, textObject, type Way, WHITE, WHITE_BOX } from './page.ts';

const unit = (amounts: Parameters<Way['content']>[0], manner: Manner = {}): string =>
  `<o:CompositeGraphicUnits><o:CompositeGraphicUnit ID="50" Width="210" Height="297"><o:Content>${drawn(amounts, manner)}</o:Content></o:CompositeGraphicUnit></o:CompositeGraphicUnits>`;
const composite = (attributes = ''): string => `<o:CompositeObject Boundary="0 0 210 297" ResourceID="50" ${attributes}/>`;
const spaces = (space: string): string => `<o:ColorSpaces>${space}</o:ColorSpaces>`;
const params = (inside: string): string => `<o:DrawParams>${inside}</o:DrawParams>`;
const clip = (path: string): string => `<o:Clips><o:Clip><o:Area>${path}</o:Area></o:Clip></o:Clips>`;
const picture = (bytes: Uint8Array): Pick<Way, 'resources' | 'parts'> => ({
  resources: () => '<o:MultiMedias><o:MultiMedia ID="9" Type="Image"><o:MediaFile>a.png</o:MediaFile></o:MultiMedia></o:MultiMedias>',
  parts: () => ({ 'Doc_0/Res/a.png': bytes }),
});
const IMAGE = `<o:ImageObject Boundary="${BAND}" CTM="80 0 0 44 0 0" ResourceID="9"/>`;
const template = (content: string, order = ''): Pick<Way, 'common' | 'page' | 'parts'> => ({
  common: `<o:TemplatePage ID="70" BaseLoc="Tpls/Tpl_0/Content.xml" ${order}/>`,
  page: '<o:Template TemplateID="70"/>',
  parts: () => ({ 'Doc_0/Tpls/Tpl_0/Content.xml': `<o:Page><o:Content><o:Layer>${content}</o:Layer></o:Content></o:Page>` }),
});
const annotated = (type: string, appearance: string): Pick<Way, 'document' | 'parts'> => ({
  document: '<o:Annotations>Annots/Annotations.xml</o:Annotations>',
  parts: () => ({
    'Doc_0/Annots/Annotations.xml':
      '<o:Annotations><o:Page PageID="1"><o:FileLoc>Page_0/Annotation.xml</o:FileLoc></o:Page></o:Annotations>',
    'Doc_0/Annots/Page_0/Annotation.xml': `<o:PageAnnot><o:Annot ID="80" Type="${type}"><o:Appearance Boundary="0 0 210 297">${appearance}</o:Appearance></o:Annot></o:PageAnnot>`,
  }),
});
const none: Way['content'] = () => '';
const CELL = (content: string): string =>
  `<o:FillColor><o:Pattern Width="210" Height="297"><o:CellContent>${content}</o:CellContent></o:Pattern></o:FillColor>`;

/** Amounts that a clip leaves out: as in a PDF, where cells clip what the next page shows, they are passed over without a word. */
export const CLIPPED: Readonly<Record<string, Way>> = {
  'clipped to a box elsewhere': {
    content: each({
      children: clip('<o:Path Boundary="90 90 5 5"><o:AbbreviatedData>M 0 0 L 5 0 L 5 5 L 0 5 C</o:AbbreviatedData></o:Path>'),
    }),
  },
  'clipped to a circle elsewhere': {
    content: each({
      children: clip(
        '<o:Path Boundary="90 90 9 9"><o:AbbreviatedData>M 0 4 A 4 4 0 0 1 8 4 A 4 4 0 0 1 0 4 C</o:AbbreviatedData></o:Path>',
      ),
    }),
  },
};

/** Amounts that nobody sees, or perhaps not. */
export const HIDDEN: Readonly<Record<string, Way>> = {
  white: { content: each({ children: WHITE }) },
  'nearly white, in hexadecimals': { content: each({ children: '<o:FillColor Value="#FE #FD #FE"/>' }) },
  'white in CMYK': {
    content: each({ children: '<o:FillColor ColorSpace="7" Value="0 0 0 0"/>' }),
    resources: () => spaces('<o:ColorSpace ID="7" Type="CMYK"/>'),
  },
  'white in grey': {
    content: each({ children: '<o:FillColor ColorSpace="7" Value="15"/>' }),
    resources: () => spaces('<o:ColorSpace ID="7" Type="GRAY" BitsPerComponent="4"/>'),
  },
  'white of a palette': {
    content: each({ children: '<o:FillColor ColorSpace="7" Index="1"/>' }),
    resources: () =>
      spaces('<o:ColorSpace ID="7" Type="RGB"><o:Palette><o:CV>0 0 0</o:CV><o:CV>255 255 255</o:CV></o:Palette></o:ColorSpace>'),
  },
  'white by drawing parameters': {
    content: each({ attributes: 'DrawParam="4"' }),
    resources: () => params(`<o:DrawParam ID="4">${WHITE}</o:DrawParam>`),
  },
  'white by what drawing parameters refer to': {
    content: each({ attributes: 'DrawParam="5"' }),
    resources: () => params(`<o:DrawParam ID="4">${WHITE}</o:DrawParam><o:DrawParam ID="5" Relative="4" LineWidth="1"/>`),
  },
  'white by the parameters of its layer': {
    content: none,
    layers: `<o:Layer DrawParam="4">${drawn(AMOUNTS)}</o:Layer>`,
    resources: () => params(`<o:DrawParam ID="4">${WHITE}</o:DrawParam>`),
  },
  'the colour of the band below': {
    before: BOX('Fill="true" Stroke="false"', '<o:FillColor Value="60 80 128"/>'),
    content: each({ children: '<o:FillColor Value="60 80 128"/>' }),
  },
  'alpha 0': { content: each({ attributes: 'Alpha="0"' }) },
  'alpha 0 of its colour': { content: each({ children: '<o:FillColor Value="0 0 0" Alpha="0"/>' }) },
  'faint by both': { content: each({ attributes: 'Alpha="40"', children: '<o:FillColor Value="0 0 0" Alpha="40"/>' }) },
  'not visible': { content: each({ attributes: 'Visible="false"' }) },
  'neither filled nor stroked': { content: each({ attributes: 'Fill="false"' }) },
  'stroked without a colour': { content: each({ attributes: 'Fill="false" Stroke="true"' }) },
  'in a unit that is not visible': { content: () => composite('Visible="false"'), resources: (amounts) => unit(amounts) },
  'in a unit of alpha 0': { content: () => composite('Alpha="0"'), resources: (amounts) => unit(amounts) },
  'in a unit beyond its boundary': {
    content: () => '<o:CompositeObject Boundary="0 0 20 20" ResourceID="50"/>',
    resources: (amounts) => unit(amounts),
  },
  'size 0.01': { content: each({ size: 0.01 }) },
  'scaled to nothing': { content: each({ attributes: 'CTM="0.001 0 0 0.001 0 0"' }) },
  'horizontal scale 0': { content: each({ attributes: 'HScale="0"' }) },
  'beyond its boundary': {
    content: (amounts) =>
      drawn(
        amounts.map(({ y, text }) => ({ x: 10, y, text })),
        { code: 'X="105" Y="3"' },
      ),
  },
  'an empty boundary': { content: (amounts) => amounts.map((one) => textObject(one, { boundary: `${one.x} ${one.y} 0 0` })).join('') },
  'outside the page': { content: plain, area: '<o:PhysicalBox>0 0 112 297</o:PhysicalBox>' },
  'beside what is displayed of the page': {
    content: plain,
    area: '<o:PhysicalBox>0 0 210 297</o:PhysicalBox><o:ApplicationBox>0 0 112 297</o:ApplicationBox>',
  },
  'covered by a white box': { content: plain, after: WHITE_BOX },
  'covered by a box without a colour': { content: plain, after: BOX('Fill="true"', '') },
  'covered by a box of curves': {
    content: plain,
    after: `<o:PathObject Boundary="60 -20 180 180" Fill="true">${WHITE}<o:AbbreviatedData>M 0 90 A 90 90 0 1 1 180 90 A 90 90 0 1 1 0 90 C</o:AbbreviatedData></o:PathObject>`,
  },
  'covered by a thick line': {
    content: plain,
    after: `<o:PathObject Boundary="${BAND}" LineWidth="44"><o:StrokeColor Value="255 255 255"/><o:AbbreviatedData>M 0 22 L 80 22</o:AbbreviatedData></o:PathObject>`,
  },
  'covered by a picture': { content: plain, after: IMAGE, ...picture(png()) },
  'perhaps covered by a picture with alpha': { content: plain, after: IMAGE, ...picture(png(true)) },
  'covered by a shading': {
    content: plain,
    after: BOX('Fill="true"', '<o:FillColor><o:AxialShd StartPoint="0 0" EndPoint="80 0"/></o:FillColor>'),
  },
  'covered by a unit': {
    content: plain,
    after: composite(),
    resources: () =>
      `<o:CompositeGraphicUnits><o:CompositeGraphicUnit ID="50"><o:Content>${WHITE_BOX}</o:Content></o:CompositeGraphicUnit></o:CompositeGraphicUnits>`,
  },
  'covered by the foreground, which stands first': { content: plain, layers: `<o:Layer Type="Foreground">${WHITE_BOX}</o:Layer>` },
  'covered by a template upon the page': { content: plain, ...template(WHITE_BOX, 'ZOrder="Foreground"') },
  'in a template below the page': { content: none, before: WHITE_BOX, ...template(drawn(AMOUNTS)) },
  'covered by an annotation': { content: plain, ...annotated('Path', WHITE_BOX) },
};

/** Amounts that are printed, however odd the way. */
export const SEEN: Readonly<Record<string, Way>> = {
  plain: { content: plain },
  'black by drawing parameters upon white ones': {
    content: each({ children: '<o:FillColor Value="0 0 0"/>' }),
    layer: 'DrawParam="4"',
    before: '',
    resources: () => params(`<o:DrawParam ID="4"><o:FillColor Value="40 40 40"/></o:DrawParam>`),
  },
  'drawing parameters that refer to each other': {
    content: each({ attributes: 'DrawParam="4"' }),
    resources: () => params('<o:DrawParam ID="4" Relative="5"/><o:DrawParam ID="5" Relative="4"/>'),
  },
  'in a template below the page': { content: none, ...template(drawn(AMOUNTS)) },
  'in a template upon the page': { content: none, before: WHITE_BOX, ...template(drawn(AMOUNTS), 'ZOrder="Foreground"') },
  'upon a background that stands behind them': { content: plain, layers: `<o:Layer Type="Background">${WHITE_BOX}</o:Layer>` },
  'upon a band': { before: BOX('Fill="true" Stroke="false"', '<o:FillColor Value="200 220 240"/>'), content: plain },
  'white upon a dark band': { before: BOX('Fill="true"', '<o:FillColor Value="20 40 90"/>'), content: each({ children: WHITE }) },
  'in blocks in each other': { content: (amounts) => `<o:PageBlock><o:PageBlock>${drawn(amounts)}</o:PageBlock></o:PageBlock>` },
  'in a unit': { content: () => composite(), resources: (amounts) => unit(amounts) },
  'in a unit that is twice as large': {
    content: () => '<o:CompositeObject Boundary="0 0 210 297" CTM="2 0 0 2 0 0" ResourceID="50"/>',
    resources: (amounts) =>
      unit(
        amounts.map(({ x, y, text }) => ({ x: x / 2, y: y / 2, text })),
        { size: 1.75 },
      ),
  },
  'with offsets that end early': { content: each({ code: 'X="0" Y="3.08" DeltaX="1.75"' }) },
  'without offsets': { content: each({ code: 'X="0" Y="3.08"' }) },
  'with offsets repeated a thousand million times': { content: each({ code: 'X="0" Y="3.08" DeltaX="g 1000000000 1.75"' }) },
  'with glyphs named beside them': {
    content: each({ children: '<o:CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><o:Glyphs>20 17</o:Glyphs></o:CGTransform>' }),
  },
  'clipped to a box around them': {
    content: each({
      children: clip('<o:Path Boundary="-5 -5 40 20"><o:AbbreviatedData>M 0 0 L 40 0 L 40 20 L 0 20 C</o:AbbreviatedData></o:Path>'),
    }),
  },
  'a character an object, with the boundary of its ink': {
    content: (amounts) =>
      amounts
        .flatMap(({ x, y, text }) =>
          [...text].map((char, i) => {
            const left = x + i * 1.75;
            const ink = char === '.' ? `${left + 0.3} ${y - 0.4} 0.4 0.4` : `${left + 0.2} ${y - 2.5} 1.3 2.5`;
            const code = char === '.' ? 'X="-0.3" Y="0.4"' : 'X="-0.2" Y="2.5"';
            return textObject({ x: left, y, text: char }, { boundary: ink, code });
          }),
        )
        .join(''),
  },
  marked: {
    content: plain,
    ...annotated('Highlight', BOX('Fill="true" Stroke="false"', '<o:FillColor Value="255 255 0"/>')),
  },
  'below a box that is nearly transparent': {
    content: plain,
    after: BOX('Fill="true" Stroke="false" Alpha="40"', '<o:FillColor Value="255 0 0"/>'),
  },
  'framed by a stroke': { content: plain, after: BOX('', '<o:StrokeColor Value="0 0 0"/>') },
};

/** Amounts that are no text of the page, and the rule that names the page. */
export const ELSEWHERE: Readonly<Record<string, Way & { rule: string }>> = {
  'in a stamp': { rule: 'pdf/annotations-left-out', content: none, ...annotated('Stamp', drawn(AMOUNTS)) },
  'in a pattern': { rule: 'pdf/pattern-unread', content: none, after: BOX('Fill="true"', CELL(drawn(AMOUNTS))) },
};
