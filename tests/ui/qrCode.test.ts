import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { bytesOf, farBytes, mostBytes, qrCode } from '#ui/share/qrCode.ts';

/** Squares of the code as an RGBA picture of so many px each. */
function pictureOf(path: string, size: number, px: number): Uint8ClampedArray {
  const picture = new Uint8ClampedArray(4 * (size * px) ** 2).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+),(\d+)h1v1h-1z/g)) {
    for (let i = 0; i < px * px; i++) {
      const row = Number(y) * px + Math.floor(i / px);
      const column = Number(x) * px + (i % px);
      picture.set([0, 0, 0], 4 * (row * size * px + column));
    }
  }
  return picture;
}

function decoded(text: string): string | undefined {
  const code = qrCode(text);
  if (!code) return undefined;
  const side = 3 * code.size;
  return jsQR(pictureOf(code.path, code.size, 3), side, side)?.data;
}

const address = 'https://example.org/gradient-walk/#';

test('another program reads the link from the code, at any length and with signs beyond ASCII', () => {
  for (const link of [
    address,
    `${address}f=relu&depth=200&hide=depth,width,gain`,
    `${address}dream=gänsefüßchen ×−`,
    `${address}${'x'.repeat(farBytes - address.length)}`,
    `${address}${'hide=walks&'.repeat(60)}`,
  ]) {
    expect(decoded(link)).toBe(link);
  }
});

test('up to 213 bytes the code stays at version 10, 57 squares a side; one byte more makes it larger', () => {
  const quiet = 2 * 4;
  expect(qrCode('a'.repeat(farBytes))?.size).toBe(57 + quiet);
  expect(qrCode('a'.repeat(farBytes + 1))?.size).toBe(61 + quiet);
});

test('a text is measured in bytes, and one that no code holds has none', () => {
  expect(bytesOf('g*×')).toBe(4);
  expect(qrCode('a'.repeat(mostBytes))).not.toBeNull();
  expect(qrCode('a'.repeat(mostBytes + 1))).toBeNull();
});
