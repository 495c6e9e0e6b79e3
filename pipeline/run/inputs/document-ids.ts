import { extname } from 'node:path';
import { slugOf } from '../../base/slug.ts';

const SLUG_LENGTH = 60;
const ENDING_LENGTH = 10;
/** Names that Windows keeps for devices, with any ending: no folder can be called so. */
const DEVICE = /^(?:con|prn|aux|nul|conin_|conout_|com\d|lpt\d)$/i;

/** Ids from paths relative to the input root: `2024/部门.txt` → `2024-部门`. Where two fall together, the ending and then a number tell them apart. */
export function documentIds(sourceFiles: readonly string[]): string[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  const isFree = (id: string): boolean => !taken.has(id.toLowerCase()) && !DEVICE.test(id);
  const numbered = (id: string): string => {
    // Thousands of names may fall together: each goes on counting where the last one stopped.
    for (let attempt = next.get(id) ?? 1; ; attempt++) {
      const candidate = attempt === 1 ? id : `${id}-${attempt}`;
      next.set(id, attempt + 1);
      if (isFree(candidate)) return candidate;
    }
  };
  return sourceFiles.map((file) => {
    const ending = extname(file);
    const plain = slugOf(file.slice(0, file.length - ending.length), SLUG_LENGTH) || 'document';
    const id = isFree(plain) ? plain : numbered([plain, slugOf(ending, ENDING_LENGTH)].filter(Boolean).join('-'));
    taken.add(id.toLowerCase());
    return id;
  });
}
