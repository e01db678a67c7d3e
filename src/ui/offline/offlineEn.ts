/** Every word of the update's notice, in English. */
export const offlineEn = {
  label: 'Update',
  ready: 'A newer Gradient Walk is ready.',
  reload: 'Reload to update',
  later: 'Later',
} as const;
