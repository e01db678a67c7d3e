/** Every word of the update's notice, in English. */
export const offline = {
  label: 'Update',
  ready: 'A newer Gradient Walk is ready.',
  reload: 'Reload to update',
  later: 'Later',
  held: 'The old version cannot be left without the network: the newer one starts when every tab with this page has been closed.',
  close: 'Close',
} as const;
