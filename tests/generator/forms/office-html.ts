import type { FormBlock, FormCell, FormTable } from './blocks.ts';
import { escapeHtml } from './html.ts';

/** Pages as Word and Excel save them: a namespace for everything, styles broken over lines, `o:p`, conditional comments. */

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"\nxmlns="http://www.w3.org/TR/REC-html40"';

/** A text broken over lines of the source where Word would: it shows as one. */
function broken(text: string): string {
  return escapeHtml(text).replace(/([\u4e00-\u9fff]{12})(?=[\u4e00-\u9fff])/g, '$1\n  ');
}

const paragraph = (text: string, align = 'left'): string =>
  `<p class=MsoNormal align=${align} style='text-align:${align};\nmso-pagination:widow-orphan'><span style='font-size:10.0pt;font-family:宋体;\nmso-bidi-font-family:宋体'>${
    text === '' ? '<span lang=EN-US>&nbsp;</span>' : broken(text)
  }<span lang=EN-US><o:p></o:p></span></span></p>`;

function wordCell({ text, columns, rows, kind }: FormCell): string {
  const spans = `${columns > 1 ? ` colspan=${columns}` : ''}${rows > 1 ? ` rowspan=${rows}` : ''}`;
  return `  <td width=80${spans} style='width:60.0pt;border:solid windowtext 1.0pt;\n  padding:0cm 5.4pt 0cm 5.4pt'>\n  ${paragraph(text, kind === 'number' ? 'right' : 'left')}\n  </td>`;
}

function wordTable({ number, title, unit, header, rows, notes }: FormTable): string[] {
  const lines = [...header, ...rows].map(
    (cells, i) => ` <tr style='mso-yfti-irow:${i};height:14.25pt'>\n${cells.map(wordCell).join('\n')}\n </tr>`,
  );
  return [
    // Title and number in one paragraph, with a break between them.
    `<p class=MsoNormal align=center>${number === null ? '' : `${escapeHtml(number)}<br>\n`}<b>${broken(title)}</b></p>`,
    ...(unit === null ? [] : [paragraph(`单位：${unit}`, 'right')]),
    "<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0\n style='border-collapse:collapse;mso-yfti-tbllook:1184'>",
    ...lines,
    '</table>',
    ...notes.map((note) => paragraph(note)),
  ];
}

function wordLines(block: FormBlock): string[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return [`<h1 style='text-align:center'>${broken(block.text)}</h1>`];
    case 'entry':
      return [paragraph(block.name)];
    case 'prose':
      return [paragraph(block.text)];
    case 'page':
      return ["<span lang=EN-US><br clear=all style='page-break-before:always'></span>"];
    case 'table':
      return wordTable(block);
  }
}

export function writeWordHtml(blocks: readonly FormBlock[]): string {
  return [
    `<html ${NAMESPACES}>`,
    '<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">',
    '<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->',
    '<style><!-- p.MsoNormal {margin:0cm; mso-pagination:none;} --></style></head>',
    '<body lang=ZH-CN><div class=WordSection1>',
    ...blocks.flatMap(wordLines),
    '</div></body></html>',
    '',
  ].join('\n');
}

const excelCell = ({ text, columns, rows, kind }: FormCell): string => {
  const spans = `${columns > 1 ? ` colspan=${columns}` : ''}${rows > 1 ? ` rowspan=${rows}` : ''}`;
  const stored =
    kind === 'number' && text !== ''
      ? ` align=right x:num="${text.replaceAll(',', '')}"`
      : kind === 'text' && /^\d+$/.test(text)
        ? ' x:str'
        : '';
  return `  <td class=xl${kind === 'number' ? 68 : 66}${spans}${stored}>${text === '' ? '&nbsp;' : escapeHtml(text)}</td>`;
};

/** Title, number and unit are rows of the sheet; a hidden row that only sets the widths ends it. */
function excelTable({ number, title, unit, width, header, rows, notes }: FormTable): string[] {
  const wide = (text: string, column: string): string =>
    ` <tr height=19>\n  <td colspan=${width} class=${column}>${escapeHtml(text)}</td>\n </tr>`;
  return [
    `<table x:str border=0 cellpadding=0 cellspacing=0 style='border-collapse:\n collapse;table-layout:fixed'>`,
    ` <col width=72 span=${width} style='width:54pt'>`,
    ...(number === null ? [] : [wide(number, 'xl24')]),
    wide(title, 'xl25'),
    ...(unit === null ? [] : [wide(`单位：${unit}`, 'xl26')]),
    ...[...header, ...rows].map((cells) => ` <tr height=19 style='height:14.25pt'>\n${cells.map(excelCell).join('\n')}\n </tr>`),
    ...notes.map((note) => wide(note, 'xl27')),
    ` <![if supportMisalignedColumns]>\n <tr height=0 style='display:none'>\n${'  <td width=72 style="width:54pt"></td>\n'.repeat(width)} </tr>\n <![endif]>`,
    '</table>',
  ];
}

function excelLines(block: FormBlock): string[] {
  const single = (text: string): string => `<table border=0><tr height=19><td class=xl22>${escapeHtml(text)}</td></tr></table>`;
  switch (block.kind) {
    case 'title':
    case 'heading':
      return [single(block.text)];
    case 'entry':
      return [single(block.name)];
    case 'prose':
      return [single(block.text)];
    case 'page':
      return [];
    case 'table':
      return excelTable(block);
  }
}

export function writeExcelHtml(blocks: readonly FormBlock[]): string {
  return [
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel" ${NAMESPACES}>`,
    '<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">',
    '<style id="x_Styles">.xl22{white-space:nowrap;}\n.xl68\n\t{mso-number-format:"\\#\\,\\#\\#0\\.00";\n\ttext-align:right;}</style>',
    '<!--[if gte mso 9]><xml><x:ExcelWorkbook></x:ExcelWorkbook></xml><![endif]--></head>',
    '<body link=blue vlink=purple>',
    ...blocks.flatMap(excelLines),
    '</body></html>',
    '',
  ].join('\n');
}
