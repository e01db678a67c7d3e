import { expect, test } from 'vitest';
import { binary } from '#engine/assembly/random/normalVector.ts?wasm';
import { binary as relaxed } from '#engine/assembly/random/normalVector.ts?wasm=relaxed';
import { gaussianQuad } from '#engine/random/gaussianQuad.ts';
import { pcg4d } from '#engine/random/pcg4d.ts';
import { compileBinary } from '#engine/wasm/compileBinary.ts';
import { withDecorators } from '../../../scripts/assembly.mjs';

/** What the compiled function exports. */
interface NormalVector extends WebAssembly.Exports {
  readonly memory: WebAssembly.Memory;
  normalVector(generator: number, quads: number, layer: number, walk: number, key: number, to: number): void;
}

/** Behind what the binary keeps for itself. */
const free = 4096;

/** Normal numbers as the binary draws them, [4 quads]. */
async function drawn(
  generator: number,
  quads: number,
  layer: number,
  walk: number,
  key: number,
): Promise<Float32Array> {
  const module = await compileBinary(binary);
  if (!module) throw new Error('This machine has no 128-bit vectors.');
  const { exports } = await WebAssembly.instantiate(module);
  const { memory, normalVector } = exports as NormalVector;
  normalVector(generator, quads, layer, walk, key, free);
  return new Float32Array(memory.buffer, free, 4 * quads);
}

test('vectors of AssemblyScript are the numbers of the same counters in TypeScript, to float32 rounding', async () => {
  const [quads, key] = [3000, 0xdeadbeef];
  const numbers = await drawn(0, quads, 70_000, 99_999, key);
  const expected = Array.from({ length: quads }, (_, q) =>
    gaussianQuad(pcg4d(q, 70_000, 99_999, key)),
  ).flat();
  const worst = Math.max(...expected.map((value, i) => Math.abs(value - (numbers[i] ?? Number.NaN))));
  expect(worst).toBeLessThan(2e-6);
  expect(worst).toBeGreaterThan(0);
});

test('a machine without the instructions of one binary gets the next, and without any of them none', async () => {
  const unknown = btoa('\0asm\u0001\0\0\0\u000b\u0001');
  expect(await compileBinary(unknown, binary)).toBeInstanceOf(WebAssembly.Module);
  expect(await compileBinary(unknown)).toBeNull();
  expect(relaxed).not.toBe(binary);
});

test('a function whose comment says @inline is decorated, and no other', () => {
  const text = '/** A.\n * @inline */\nexport function a(): void {}\n/** B. */\nfunction b(): void {}\n';
  expect(withDecorators(text)).toBe(text.replace('export function a', '@inline export function a'));
});
