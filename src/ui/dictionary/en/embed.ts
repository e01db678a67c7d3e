/** Every word of the embedded page, in English. */
export const embed = {
  bar: 'This figure',
  openHere: 'Open in Gradient Walk',
  unseen: 'Starts when it is seen.',
} as const;
