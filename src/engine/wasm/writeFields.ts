/** What a setting's block holds, in this order, 32 bits each. */
export interface Fields {
  readonly words: readonly number[];
  readonly floats: readonly number[];
  readonly addresses: readonly number[];
}

/** Writes a block of fields at an address, as AssemblyScript's classes lie in memory. */
export function writeFields(view: DataView, at: number, { words, floats, addresses }: Fields): void {
  for (const [i, word] of words.entries()) view.setUint32(at + 4 * i, word, true);
  const behind = at + 4 * words.length;
  for (const [i, float] of floats.entries()) view.setFloat32(behind + 4 * i, float, true);
  const last = behind + 4 * floats.length;
  for (const [i, address] of addresses.entries()) view.setUint32(last + 4 * i, address, true);
}
