/** Bytes as a hex editor shows them. */
export const hexText = (bytes: readonly number[]) =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

/** A text out of a file as it may stand in a sentence. */
export const shortCell = (cell: string) => (cell.length > 24 ? `${cell.slice(0, 24)}…` : cell);
