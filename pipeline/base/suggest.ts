import { distance } from 'fastest-levenshtein';

/** The known word that a mistyped one was probably meant to be; null when none is near. Of equally near ones the one of like length. */
export function didYouMean(word: string, known: readonly string[]): string | null {
  const [best] = known
    .map((candidate) => ({ candidate, far: distance(word, candidate), longer: Math.abs(candidate.length - word.length) }))
    .sort((a, b) => a.far - b.far || a.longer - b.longer);
  if (!best) return null;
  const allowed = Math.max(2, Math.floor(Math.max(word.length, best.candidate.length) * 0.4));
  return best.far <= allowed ? best.candidate : null;
}
