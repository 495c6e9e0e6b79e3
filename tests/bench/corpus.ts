import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Corpus {
  /** What the documents are, for the heading of the table. */
  name: string;
  /** Real disclosures; the samples are tables with hardly any prose, for which the promised MB/s do not hold. */
  real: boolean;
  documents: Buffer[];
}

function textsBelow(folder: string): Buffer[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => readFileSync(join(folder, name)));
}

/** The seed documents where they lie beside the checkout, else the project's own samples. */
export function loadCorpus(root: string): Corpus {
  const seeds = join(root, '../shared/corpus/seeds');
  if (existsSync(seeds)) return { name: '../shared/corpus/seeds', real: true, documents: textsBelow(seeds) };
  return { name: 'samples', real: false, documents: textsBelow(join(root, 'samples')) };
}

/** `count` documents, the corpus over and over, as files of one folder. */
export function writeDocuments(folder: string, { documents }: Corpus, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) writeFileSync(join(folder, `${String(i).padStart(4, '0')}.txt`), documents[i % documents.length]!);
}

const HEADING = '2024年度部门预算公开\n第三部分 部门预算情况说明\n';
const SENTENCE = '一般公共预算财政拨款支出1234.56万元，比上年增加12.30万元，增长1.01%，主要原因是人员增加。';
const TABLE = '表1 支出预算总表\n单位：万元\n科目编码\t科目名称\t合计\n';

/** `unit` as often as it fits into `bytes`. */
const repeated = (unit: string, bytes: number): string => unit.repeat(Math.max(1, Math.floor(bytes / Buffer.byteLength(unit))));

/** Texts that are unreasonably large in one way each: the whole file, or one of its lines. `bytes` is about their size. */
export const OVERSIZED: Readonly<Record<string, (bytes: number, corpus: Corpus) => string>> = {
  'documents as one file': (bytes, { documents }) => repeated(`${documents.map(String).join('\f')}\f`, bytes),
  'prose as one file': (bytes) => HEADING + repeated(`${SENTENCE}\n`, bytes),
  'line of prose': (bytes) => HEADING + repeated(SENTENCE, bytes),
  'line of brackets in prose': (bytes) => HEADING + repeated('（', bytes),
  'line of digits in prose': (bytes) => HEADING + repeated('1 ', bytes),
  'line of quotes in prose': (bytes) => HEADING + repeated('“1万元', bytes),
  'line of shares in prose': (bytes) => HEADING + repeated('其中', bytes),
  'line of comparisons in prose': (bytes) => `${HEADING}${repeated('比上年', bytes)}3万元`,
  'line of tags in prose': (bytes) => HEADING + repeated('<', bytes),
  'line of cells': (bytes) => `${TABLE}201\t一般公共服务支出\t${repeated('1,234.50\t', bytes)}\n`,
  'line of numbers': (bytes) => `${TABLE.replaceAll('\t', ' ')}201 一般公共服务支出 ${repeated('1,234.50 ', bytes)}\n`,
  'line of blanks': (bytes) => `${TABLE}201\t一般公共服务支出${' '.repeat(bytes)}\t12.00\n`,
  'line of a form': (bytes) =>
    `项目支出绩效目标表\n项目名称\t培训\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t${repeated('培训', bytes)}\t≥95%\n`,
};
