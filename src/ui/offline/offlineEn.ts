/** Every word of the update's notice, in English. */
export const offlineEn = {
  label: 'Update',
  ready: 'A newer Gradient Walk is ready.',
  reload: 'Reload to update',
  later: 'Later',
  held: 'The browser still holds the old version: the newer one starts when every tab with this page has been closed.',
  close: 'Close',
} as const;
