const bytesOf = (binary: string) => Uint8Array.from(atob(binary), (letter) => letter.charCodeAt(0));

/**
 * The first of some binaries (base64) whose instructions this machine's WebAssembly has, compiled; null where it has
 * none of them, as without 128-bit vectors. Rejects where the page's policy forbids to compile.
 */
export async function compileBinary(...binaries: readonly string[]): Promise<WebAssembly.Module | null> {
  if (typeof WebAssembly === 'undefined') return null;
  const found = binaries.map(bytesOf).find((bytes) => WebAssembly.validate(bytes));
  return found ? await WebAssembly.compile(found) : null;
}
