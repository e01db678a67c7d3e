/** Every word of the embedded page, in English. */
export const embed = {
  bar: 'This figure',
  openHere: 'Open in Gradient Walk',
  unseen: 'Starts when it is seen.',
  /** In a copy of a deck, for its speaker. */
  copy: 'Computed in the deck’s own window.',
} as const;
