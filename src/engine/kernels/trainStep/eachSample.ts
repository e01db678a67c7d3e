/** WGSL: a line for each of the `tile` samples that a thread takes at once; private arrays would cost a factor of 3 on SwiftShader. */
export const eachSample = (tile: number, line: (t: number) => string): string =>
  Array.from({ length: tile }, (_, t) => line(t)).join('\n');

/** WGSL: what a thread makes for its `tile` samples, and one of them; a loop over them is compiled once, with the f in it. */
export function sumsWgsl(tile: number): string {
  return /* wgsl */ `
struct Sums { ${Array.from({ length: tile }, (_, t) => `sum${t}: vec4f`).join(', ')} }
fn pick(sums: Sums, t: u32) -> vec4f {
  var found = sums.sum0;
  ${Array.from({ length: tile - 1 }, (_, t) => `if (t == ${t + 1}u) { found = sums.sum${t + 1}; }`).join('\n  ')}
  return found;
}
`;
}
