import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isPackage, memberNames, TooMuchUnpacked, unpack } from '../../../../extractors/readers/package/index.ts';
import { contentOf, crc32, membersOf } from '../../../../extractors/readers/package/members.ts';
import { childrenNamed, parseXml, textOf } from '../../../../extractors/readers/package/xml.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const BYTES = zipSync({ 'OFD.xml': utf8('<a/>'), 'Doc_0/Page.xml': utf8('<b/>'.repeat(1000)) });

describe('one member by itself', () => {
  const page = () => membersOf(BYTES).find(({ name }) => name.endsWith('Page.xml'))!;

  test('with its checksum', () => {
    expect(contentOf(BYTES, page())).toEqual({ data: utf8('<b/>'.repeat(1000)), isSound: true });
    expect(crc32(utf8('123456789'))).toBe(0xcbf43926);
  });

  test('that is not what the directory says is not sound', () => {
    expect(contentOf(BYTES, { ...page(), crc: 1 }).isSound).toBe(false);
    expect(contentOf(BYTES, { ...page(), size: 3999 })).toMatchObject({ isSound: false });
    expect(contentOf(BYTES, { ...page(), size: 4001 })).toMatchObject({ isSound: false });
  });

  test('throws where it is encrypted, packed otherwise, elsewhere or damaged', () => {
    for (const change of [{ isEncrypted: true }, { method: 12 }, { offset: 3 }, { offset: BYTES.length }, { packed: 5 }]) {
      expect(() => contentOf(BYTES, { ...page(), ...change })).toThrow();
    }
  });

  test('names in Chinese, as UTF-8 or as GBK', () => {
    const utf = zipSync({ '附件.xml': utf8('x') });
    const at = Buffer.from(utf).indexOf('附件');
    expect(at).toBeGreaterThan(0);
    const gbk = Uint8Array.of(0xb8, 0xbd, 0xbc, 0xfe, 0x2e, 0x78);
    const named = new Uint8Array(
      Buffer.from(
        Buffer.from(utf).toString('latin1').replaceAll(Buffer.from('附件').toString('latin1'), Buffer.from(gbk).toString('latin1')),
        'latin1',
      ),
    );
    expect([membersOf(utf)[0]?.name, membersOf(named)[0]?.name]).toEqual(['附件.xml', '附件.x.xml']);
  });
});

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

  test('a member that is not as large as the directory says, or has another checksum, is damaged', () => {
    const pageOf = (bytes: Uint8Array): number | undefined =>
      unpack(bytes, (name) => name.endsWith('Page.xml')).get('Doc_0/Page.xml')?.length;
    expect(pageOf(BYTES)).toBe(4000);
    for (const [offset, value] of [
      [24, 10],
      [16, 1],
    ] as const) {
      const lying = BYTES.slice();
      const view = new DataView(lying.buffer);
      for (let at = 0; at < lying.length - 30; at++) {
        if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 4000) view.setUint32(at + offset, value, true);
      }
      expect(() => pageOf(lying)).toThrow('Doc_0/Page.xml fails its checksum');
    }
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
