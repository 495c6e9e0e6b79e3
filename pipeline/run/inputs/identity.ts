import { createHash } from 'node:crypto';
import type { FileIdentity } from '../../../extractors/extraction.ts';

/** What a file is known by: the hash of its bytes, and how many there are. */
export function identityOf(bytes: Uint8Array): FileIdentity {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}
