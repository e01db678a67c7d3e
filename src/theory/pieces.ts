/** Work that may be interrupted wherever it yields. */
export type Pieces<T> = Generator<void, T>;

/** All of it at once. */
export function finished<T>(work: Pieces<T>): T {
  let piece = work.next();
  while (!piece.done) piece = work.next();
  return piece.value;
}
