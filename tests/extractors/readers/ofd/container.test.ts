import { expect, it, test } from 'vitest';
import { Container } from '../../../../extractors/readers/ofd/document/container.ts';
import { isOpaque } from '../../../../extractors/readers/ofd/document/pictures.ts';
import { packed } from '../../../generator/ofd.ts';
import { png } from '../../../support/ofd/page.ts';

const container = new Container(
  packed({ 'OFD.xml': '<a/>', 'Doc_0/Document.xml': '<a/>', 'Doc_0/Res/Font.ttf': '', '附件/表.xml': '<a/>' }),
);

it.each([
  ['', 'Doc_0/Document.xml', 'Doc_0/Document.xml'],
  ['Doc_0', 'Document.xml', 'Doc_0/Document.xml'],
  ['Doc_0', '/Doc_0/Document.xml', 'Doc_0/Document.xml'],
  ['Doc_0/Pages', '../Document.xml', 'Doc_0/Document.xml'],
  ['Doc_0', './Res\\Font.ttf', 'Doc_0/Res/Font.ttf'],
  ['Doc_0', 'Doc_0/Document.xml', 'Doc_0/Document.xml'],
  ['Doc_0', '../../../etc/passwd', 'etc/passwd'],
  ['Doc_0', ' nowhere.xml ', 'Doc_0/nowhere.xml'],
])('in "%s" "%s" is %s', (folder, location, path) => expect(container.pathOf(folder, location)).toBe(path));

test('members are found in any case, with names in Chinese', () => {
  expect(['doc_0/DOCUMENT.XML', '附件/表.xml', 'Doc_1/Document.xml'].map((path) => container.has(path))).toEqual([true, true, false]);
});

it.each([
  ['a PNG without alpha', png(), true],
  ['a PNG with alpha', png(true), null],
  ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff), true],
  ['anything else', Uint8Array.of(1, 2, 3), null],
  ['a PNG that is cut', png().subarray(0, 8), null],
])('%s', (_name, bytes, opaque) => expect(isOpaque(bytes)).toBe(opaque));
