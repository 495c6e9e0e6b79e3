/** Pictures of one document in a package: how a folder of page pictures comes to the reader. */

export const isBundle = (_bytes: Uint8Array): boolean => false;
export function bundled(_bytes: Uint8Array): (() => Uint8Array)[] {
  return [];
}
