/** The members of an XLSX package in, its workbook out; imports schemas, access, package, workbook, model. */
import type { SheetLibrary } from '../../../access/sheet-library.ts';
import { childrenNamed, parseXml, type XmlElement, xmlText } from '../../../package/xml.ts';
import { Budget, type Workbook } from '../../workbook/workbook.ts';
import { type Shared, sheetOf } from './sheet.ts';
import { sharedStringsOf } from './strings.ts';
import { stylesOf } from './styles.ts';

/** Members that are read; pictures, macros and what links lead to stay packed. */
export const isXlsxMember = (name: string): boolean =>
  /^xl\/(?:workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i.test(name);

const WORKSHEET = /\/worksheet$/;

/**
 * A workbook of Office Open XML (ECMA-376 part 1, 18), Strict or not.
 *
 * @throws Error when a member is missing or no XML; TooManyCells.
 */
export function readXlsx(members: ReadonlyMap<string, Uint8Array>, names: readonly string[], library: SheetLibrary): Workbook {
  const byName = new Map([...members].map(([name, bytes]) => [name.toLowerCase(), bytes]));
  const textOf = (name: string): string | null => {
    const bytes = byName.get(name.toLowerCase());
    return bytes ? xmlText(bytes) : null;
  };
  const book = textOf('xl/workbook.xml');
  if (book === null) throw new Error('no xl/workbook.xml');
  const root = parseXml(book);
  const shared = sharedOf(root, textOf, library);
  const targets = targetsOf(textOf('xl/_rels/workbook.xml.rels'));
  const listed = childrenNamed(root, 'sheets').flatMap((sheets) => childrenNamed(sheets, 'sheet'));
  const sheets = listed.flatMap(({ attributes: { name = '', state, id = '' } }) => {
    const path = targets.get(id);
    // Charts and dialogs are sheets of other types.
    if (path === undefined) return [];
    const xml = textOf(path);
    if (xml === null) throw new Error(`no ${path}`);
    return [sheetOf(name, state === 'hidden' || state === 'veryHidden', xml, shared)];
  });
  const links = names.filter((name) => /^xl\/externalLinks\/[^/]+\.xml$/i.test(name)).length;
  return { sheets, macros: names.some((name) => /vbaProject\.bin$/i.test(name)), links, passedOver: 0, spansKnown: true };
}

function sharedOf(root: XmlElement, textOf: (name: string) => string | null, library: SheetLibrary): Shared {
  const strings = textOf('xl/sharedStrings.xml');
  const styles = textOf('xl/styles.xml');
  const date1904 = childrenNamed(root, 'workbookPr')[0]?.attributes.date1904;
  return {
    strings: strings === null ? [] : sharedStringsOf(strings),
    styles: styles === null ? [] : stylesOf(styles),
    date1904: date1904 === '1' || date1904 === 'true',
    library,
    budget: new Budget(),
  };
}

/** Paths of the worksheets by the id of their relationship. */
function targetsOf(rels: string | null): Map<string, string> {
  if (rels === null) throw new Error('no xl/_rels/workbook.xml.rels');
  const worksheets = childrenNamed(parseXml(rels), 'Relationship').filter(({ attributes }) => WORKSHEET.test(attributes.Type ?? ''));
  return new Map(
    worksheets.map(({ attributes: { Id = '', Target = '' } }) => [Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`]),
  );
}
