import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isPackage, memberNames, TooMuchUnpacked, unpack } from '../../../../extractors/readers/package/index.ts';
import { childrenNamed, parseXml, textOf } from '../../../../extractors/readers/package/xml.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const BYTES = zipSync({ 'OFD.xml': utf8('<a/>'), 'Doc_0/Page.xml': utf8('<b/>'.repeat(1000)) });

describe('members of a container', () => {
  test('by name', () => {
    expect(isPackage(BYTES)).toBe(true);
    expect(memberNames(BYTES)).toEqual(['OFD.xml', 'Doc_0/Page.xml']);
    const members = unpack(BYTES, (name) => name.endsWith('Page.xml'));
    expect([...members.keys()]).toEqual(['Doc_0/Page.xml']);
    expect(text(members.get('Doc_0/Page.xml'))).toBe('<b/>'.repeat(1000));
  });

  test('the bound is their sum: as much is unpacked, one byte less is too much', () => {
    expect(unpack(BYTES, () => true, 4004).size).toBe(2);
    expect(() => unpack(BYTES, () => true, 4003)).toThrow(TooMuchUnpacked);
  });

  const damaged = (change: (bytes: Uint8Array, view: DataView) => void): Uint8Array => {
    const copy = BYTES.slice();
    change(copy, new DataView(copy.buffer));
    return copy;
  };
  const pageOf = (bytes: Uint8Array): number | undefined =>
    unpack(bytes, (name) => name.endsWith('Page.xml')).get('Doc_0/Page.xml')?.length;

  test('a member that is not as large as the directory says, or has another checksum, is damaged', () => {
    expect(pageOf(BYTES)).toBe(4000);
    const entry = (view: DataView): number => {
      for (let at = 0; at < view.byteLength - 30; at++)
        if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 4000) return at;
      throw new Error('no entry');
    };
    expect(() => pageOf(damaged((_, view) => view.setUint32(entry(view) + 24, 10, true)))).toThrow('Doc_0/Page.xml fails its checksum');
    expect(() => pageOf(damaged((_, view) => view.setUint32(entry(view) + 16, 1, true)))).toThrow('Doc_0/Page.xml fails its checksum');
  });

  test('what is cut short throws and names nothing', () => {
    const cut = BYTES.subarray(0, BYTES.length - 30);
    expect(memberNames(cut)).toEqual([]);
    expect(() => unpack(cut, () => true)).toThrow();
  });
});

describe('XML', () => {
  test('prefixes go, text and CDATA stay in order', () => {
    const root = parseXml('<w:p xmlns:w="x" w:val="1">甲<w:t>乙</w:t><![CDATA[<丙>]]>&#x4e01;</w:p>');
    expect(root.name).toBe('p');
    expect(root.attributes).toEqual({ val: '1' });
    expect(textOf(root)).toBe('甲乙<丙>丁');
    expect(childrenNamed(root, 't').map(textOf)).toEqual(['乙']);
  });

  test('entities of its own are not expanded', () => {
    const laughs = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>';
    expect(() => parseXml(laughs)).toThrow(/entity/);
  });

  test('256 elements within each other are read, one more is refused', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(parseXml(nested(256)).name).toBe('a');
    expect(() => parseXml(nested(257))).toThrow(/deep/);
  });
});
