/** The head of NumPy's file of an array (format 1.0), with room behind it for `bytes`. */
function npyFile(
  type: string,
  dimensions: readonly number[],
  bytes: number,
): readonly [Uint8Array<ArrayBuffer>, number] {
  const shape = dimensions.length === 1 ? `${dimensions[0]},` : dimensions.join(', ');
  const said = `{'descr': '${type}', 'fortran_order': False, 'shape': (${shape}), }`;
  const start = 64 * Math.ceil((10 + said.length + 1) / 64);
  const head = `\x93NUMPY\x01\x00${String.fromCharCode((start - 10) & 255, (start - 10) >> 8)}${said.padEnd(start - 11)}\n`;
  const file = new Uint8Array(start + bytes);
  file.set(Uint8Array.from(head, (sign) => sign.charCodeAt(0)));
  return [file, start];
}

/** Bytes or float32 as NumPy's file. */
export function writeNpy(
  values: Uint8Array | Float32Array,
  dimensions: readonly number[],
): Uint8Array<ArrayBuffer> {
  const isBytes = values instanceof Uint8Array;
  const [file, start] = npyFile(isBytes ? '|u1' : '<f4', dimensions, values.byteLength);
  // Browsers run on little-endian machines only (ECMAScript leaves it open, WebAssembly does not).
  file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), start);
  return file;
}

/** Texts as NumPy's file, 4 bytes a sign. */
export function writeNpyTexts(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const signs = texts.map((text) => Array.from(text, (sign) => sign.codePointAt(0) ?? 0));
  const length = Math.max(1, ...signs.map((one) => one.length));
  const [file, start] = npyFile(`<U${length}`, [texts.length], 4 * length * texts.length);
  const view = new DataView(file.buffer);
  for (const [i, row] of signs.entries())
    for (const [k, sign] of row.entries()) view.setUint32(start + 4 * (i * length + k), sign, true);
  return file;
}
