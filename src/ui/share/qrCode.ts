import { encode } from 'uqr';

/** Longest link that is scanned from the back row: version 10 of the code at level M holds 213 bytes. */
export const farBytes = 213;

/** Bytes that the largest code holds at level M. */
export const mostBytes = 2331;

export const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** A QR code as one SVG path of dark squares, a unit a square, with the four squares of paper around that readers need. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** The code of a text (UTF-8, level M); null when it is too long for any. */
export function qrCode(text: string): QrCode | null {
  if (bytesOf(text) > mostBytes) return null;
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x},${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join('') };
}
