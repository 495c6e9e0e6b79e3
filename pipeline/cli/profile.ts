import { existsSync } from 'node:fs';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Profile } from '../../schemas/profile.ts';
import type { Language } from '../../schemas/rules/index.ts';
import { EXIT, systemReason, UserError } from '../base/errors.ts';
import { didYouMean } from '../base/suggest.ts';
import { acceptSample, extractSample, findSamples, judgeSample, type Sample } from '../run/golden/golden.ts';
import { loadProfiles } from '../run/profiles/load-profiles.ts';
import { print, say } from './talk.ts';

export async function listCommand(folders: readonly string[]): Promise<number> {
  const profiles = await loadProfiles(folders);
  const lines = profiles.map(({ id, title, extends: parent, match }) =>
    [id, title, parent ?? '', [...match.all, ...match.any].join(' ')].join('\t'),
  );
  print(`${['id\ttitle\textends\tmatch', ...lines].join('\n')}\n`);
  return EXIT.ok;
}

const profileSource = (id: string): string => `import { defineProfile } from '../../schemas/profile.ts';

/** What this city words differently from the national template. Leave out what it does not. */
export default defineProfile({
  id: '${id}',
  title: '${id}',
  extends: 'default',
  // text that only documents of this city contain; all of \`all\`, and one of \`any\` if there are any
  match: { all: [/${id}/] },
});
`;

const profileJson = (id: string): string => `${JSON.stringify({ id, title: id, extends: 'default', match: { all: [id] } }, null, 2)}\n`;

const ORIGIN = `${JSON.stringify({ title: '', publisher: '', url: '', retrieved: '', licence: '' }, null, 2)}\n`;

async function writeNew(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: 'wx' }).catch((error: unknown) => {
    throw new UserError(EXIT.write, {
      en: `${path}: cannot be created (${systemReason(error)}); existing files are never overwritten. Choose another id, or remove the file first.`,
      zh: `${path}：无法创建（${systemReason(error)}）；已有文件不会被覆盖。请换一个 id，或先删除该文件。`,
    });
  });
}

async function makeFolderIn(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    throw new UserError(EXIT.write, {
      en: `${path}: cannot be created (${systemReason(error)}). Change to a folder that you may write to.`,
      zh: `${path}：无法创建（${systemReason(error)}）。请换到可写的文件夹。`,
    });
  });
}

const OWN_FOLDER = join('extractors', 'profiles');
const OTHER_FOLDER = 'profiles';

/** In a checkout of the project a profile is a module that is built with it; anywhere else a file of JSON for `--profiles`. */
function placeOf(id: string): { profile: string; text: string; prepare: string; options: string } {
  if (existsSync(join(OWN_FOLDER, 'default.ts'))) {
    return { profile: join(OWN_FOLDER, `${id}.ts`), text: profileSource(id), prepare: 'npm run -s build && ', options: '' };
  }
  return { profile: join(OTHER_FOLDER, `${id}.json`), text: profileJson(id), prepare: '', options: ` --profiles ${OTHER_FOLDER}` };
}

export async function newCommand(id: string, language: Language): Promise<number> {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) {
    throw new UserError(EXIT.usage, {
      en: `"${id}" is no profile id; expected small letters, digits and hyphens, starting with a letter, such as "zhejiang".`,
      zh: `“${id}”不是有效的配置 id；应为小写字母开头的小写字母、数字与连字符，如“zhejiang”。`,
    });
  }
  const place = placeOf(id);
  const { profile, prepare, options } = place;
  const sample = join('samples', id, 'first');
  await makeFolderIn(dirname(profile));
  await writeNew(profile, place.text);
  await makeFolderIn(sample);
  await access(join(sample, 'origin.json')).catch(() => writeNew(join(sample, 'origin.json'), ORIGIN));
  const steps = {
    en: [
      `1. Put a document into ${join(sample, 'source.txt')} and say in origin.json where it is from.`,
      `2. Write into ${profile} what only documents of this city contain (match).`,
      `3. ${prepare}duizhang profile test ${id}${options} --update   writes expected.json; read it before you keep it.`,
      `4. duizhang profile test ${id}${options}   must pass from now on.`,
    ],
    zh: [
      `1. 把一份文件放到 ${join(sample, 'source.txt')}，并在 origin.json 写明来源。`,
      `2. 在 ${profile} 的 match 中写上只有该地文件才有的文字。`,
      `3. ${prepare}duizhang profile test ${id}${options} --update   写出 expected.json，请先核对再保留。`,
      `4. duizhang profile test ${id}${options}   此后必须通过。`,
    ],
  };
  print(`${profile}\n${join(sample, 'origin.json')}\n`);
  say(`${steps[language].join('\n')}\n`);
  return EXIT.ok;
}

interface TestFlags {
  samples: string;
  update?: boolean | undefined;
  force?: boolean | undefined;
  profiles?: string[] | undefined;
}

function checkId(id: string, profiles: readonly Profile[]): void {
  const ids = profiles.map((profile) => profile.id);
  if (ids.includes(id)) return;
  const meant = didYouMean(id, ids);
  throw new UserError(EXIT.profile, {
    en: `There is no profile "${id}"; ${meant ? `did you mean "${meant}"?` : `known: ${ids.join(', ')}.`} One of the project must be built first (npm run -s build), one of another folder be given with --profiles.`,
    zh: `没有配置“${id}”；${meant ? `是否指“${meant}”？` : `已有：${ids.join('、')}。`}项目内的新配置须先构建（npm run -s build），其他文件夹中的须用 --profiles 给出。`,
  });
}

/** Problems of the sample; none when it passes. */
async function testSample(sample: Sample, profiles: readonly Profile[], flags: TestFlags): Promise<string[]> {
  const { extract } = await import('../run/isolation/isolated.ts');
  const extraction = await extractSample(sample, profiles, extract);
  const rightProfile = extraction.disclosure.profile === sample.profile;
  if (flags.update && rightProfile && (sample.expected === null || flags.force)) {
    await acceptSample(sample, extraction);
    return [];
  }
  return judgeSample(sample, extraction);
}

export async function testCommand(id: string | undefined, flags: TestFlags): Promise<number> {
  const profiles = await loadProfiles(flags.profiles ?? []);
  if (id !== undefined) checkId(id, profiles);
  const samples = await findSamples(flags.samples, id);
  if (samples.length === 0) {
    const where = join(flags.samples, id ?? '<profile>', '<slug>', 'source.txt');
    throw new UserError(EXIT.input, {
      en: `No sample was found; expected ${where}. A profile without a sample is not tested: add one.`,
      zh: `没有找到样例；应有 ${where}。没有样例的配置无从测试，请补充。`,
    });
  }
  let failed = 0;
  for (const sample of samples) {
    const problems = await testSample(sample, profiles, flags);
    if (problems.length > 0) failed++;
    print(`${problems.length === 0 ? 'ok' : 'FAILED'}\t${sample.profile}/${sample.slug}\n`);
    for (const problem of problems) print(`  ${problem}\n`);
  }
  return failed === 0 ? EXIT.ok : EXIT.profile;
}
