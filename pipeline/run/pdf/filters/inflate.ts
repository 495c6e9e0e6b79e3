import { inflateSync } from 'node:zlib';
import { codeOf } from '../../../base/errors.ts';
import type { Decoded } from './sink.ts';
import { inflateTolerantly } from './tolerant.ts';

/** How a deflated stream is damaged: `cut` short, `broken` within, or of another `checksum` than its writer gave it. */
export type Flaw = 'cut' | 'broken' | 'checksum';

export interface Inflated extends Decoded {
  flaw: Flaw | null;
  /** Share (0 … 1) of the packed bytes before the damage. */
  share: number;
}

/** Output is made in pieces, which are joined: most data unpack to less than six times their length, and need one piece. */
const USUAL_GROWTH = 6;
const LEAST_PIECE = 1 << 12;
const LARGEST_PIECE = 1 << 22;
/** A stream may end before its checksum: zlib sees that the data are complete once something stands in its place. */
const NO_CHECKSUM = Buffer.alloc(4);

/** What the error says of the data; null where it does not come from them. */
function flawOf(error: unknown): Flaw | null {
  const code = codeOf(error);
  if (code === 'Z_BUF_ERROR') return 'cut';
  if (code !== 'Z_DATA_ERROR') return null;
  return error instanceof Error && error.message.includes('incorrect data check') ? 'checksum' : 'broken';
}

function attempt(packed: Buffer, limit: number): Buffer | 'over' | Flaw {
  const chunkSize = Math.min(LARGEST_PIECE, Math.max(LEAST_PIECE, USUAL_GROWTH * packed.length));
  try {
    return inflateSync(packed, { maxOutputLength: limit, chunkSize });
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return 'over';
    return flawOf(error) ?? 'broken';
  }
}

/**
 * Unpacks zlib data (RFC 1950, as FlateDecode of ISO 32000-1, 7.4.4) to at most `limit` bytes. Of damaged data what comes before
 * the damage is unpacked. A missing checksum is no damage: writers of PDFs cut it off.
 */
export function inflate(packed: Buffer, limit: number): Inflated {
  const data = attempt(packed, limit);
  if (Buffer.isBuffer(data)) return { data, isOver: false, flaw: null, share: 1 };
  if (data === 'over') return { data: Buffer.alloc(0), isOver: true, flaw: null, share: 1 };
  const isComplete = data === 'cut' && attempt(Buffer.concat([packed, NO_CHECKSUM]), limit) === 'checksum';
  const { read, ...decoded } = inflateTolerantly(packed, limit);
  if (isComplete) return { ...decoded, flaw: null, share: 1 };
  return { ...decoded, flaw: data, share: packed.length === 0 ? 0 : read / packed.length };
}
