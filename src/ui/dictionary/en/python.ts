/** Words of the Python dialog, in English. */
export const python = {
  title: 'This experiment in PyTorch',
  what: 'A script of its own: the same model and settings, seeded; it prints the summary table with the theory beside it. Walks and sweeps spread over workers where Ray or Dask is installed: --cluster ADDRESS names a cluster, --on here does without.',
  script: 'The script',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Not copied: select the text by hand.',
  save: (name: string) => `Save ${name}`,
};
