/** How large a set of the user's own may be; said before anything is read. */
export const ownLimits = {
  /** Of a file, packed or not. */
  bytes: 256 * 2 ** 20,
  rows: 1_000_000,
  inputs: 16_384,
  classes: 256,
  /** Rows times columns. */
  numbers: 2 ** 26,
} as const;

export type OwnLimits = typeof ownLimits;
