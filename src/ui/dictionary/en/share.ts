import type { Hideable, ParameterKey } from '#experiment/experiment.ts';

/** What can be hidden and is not a row of the parameter table. */
export type HideablePanel = Exclude<Hideable, ParameterKey> | 'run';

/** What a citation in words is made of. */
interface Citation {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly version: string;
  readonly link: string;
}

/** Every word of sharing, as a link, a file or a script, in English. */
export const share = {
  title: 'Share',
  lead: 'The link is the experiment: whoever opens it sees the same walks.',
  linkLabel: 'Link of this experiment',
  copy: 'Copy link',
  copied: 'Copied',
  copyFailed: 'Copy it from the field',
  free: 'Gradient Walk is free software (MIT).',
  licences: 'Licences of all that it contains',
  qr: {
    label: (link: string) => `QR code of ${link}`,
    show: 'Show full screen',
    close: 'Close the QR code',
    bytes: (bytes: number) => `${bytes} bytes`,
    fits: 'Short enough to be scanned from the back row.',
    long: (most: number) =>
      `More than ${most} bytes make the squares too small for the back row. Fewer changed settings make a shorter link.`,
    none: (bytes: number, most: number) =>
      `${bytes} bytes are more than a QR code holds, ${most}. Send the link itself.`,
  },
  hide: {
    title: 'Leave out for a class',
    lead: 'Tick what the class should not touch or see. What is hidden becomes plain text in the sentence; a small button on the page brings all of it back.',
    controls: 'Controls',
    train: 'Training',
    scale: 'Sweeps',
    page: 'Page',
    panels: 'Panels',
    panelNames: {
      run: 'Run buttons',
      tabs: 'other pages',
      share: 'Share',
      badge: 'what computes',
      sentence: 'the sentence',
      readouts: 'numbers',
      variance: 'variance figure',
      end: 'figure of the ends',
      table: 'tables of figures',
    } satisfies Readonly<Record<HideablePanel, string>>,
    apply: 'Show it here',
    clear: 'Hide nothing',
  },
  paste: {
    title: 'To paste elsewhere',
    copy: 'Copy',
    chat: 'Chat or mail',
    frame: 'A page (HTML)',
    notebook: 'Jupyter cell',
  },
  cite: {
    title: 'Cite',
    lead: 'The link makes the very experiment again, with this version or a later one.',
    people: 'In a list',
    line: ({ authors, year, title, version, link }: Citation) =>
      `${authors} (${year}). ${title} [software], version ${version}. ${link}`,
    idea: 'The idea is not ours:',
  },
  file: {
    title: 'File and paper',
    save: 'Save experiment',
    withResults: 'with its results',
    open: 'Open a file…',
    openLabel: 'Experiment file',
    print: 'Print',
    hint: 'A saved experiment can also be dropped anywhere on the page.',
  },
  /** The dialog of the experiment in Python. */
  python: {
    title: 'This experiment in PyTorch',
    what: 'A script of its own: the same model and settings, seeded; it prints the summary table with the theory beside it. Walks and sweeps spread over workers where Ray or Dask is installed: --cluster ADDRESS names a cluster, --on here does without.',
    script: 'The script',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Not copied: select the text by hand.',
    save: (name: string) => `Save ${name}`,
  },
  opened: (name: string) => `${name} was opened.`,
} as const;
