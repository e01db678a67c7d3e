/** WGSL: a line for each of the `tile` samples that a thread takes at once; private arrays would cost a factor of 3 on SwiftShader. */
export const eachSample = (tile: number, line: (t: number) => string): string =>
  Array.from({ length: tile }, (_, t) => line(t)).join('\n');
