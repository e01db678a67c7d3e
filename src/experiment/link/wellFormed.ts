/** A text whose lone surrogates, of which no address can be made, are replaced as `String.prototype.toWellFormed` does. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
