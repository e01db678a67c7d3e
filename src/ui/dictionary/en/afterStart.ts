/** What is said only after the page stands, in English. */
export const afterStart = {
  /** Of a file that is opened and is no experiment. */
  refused: {
    notJson: (name: string) => `${name} is not an experiment file: it is no JSON. Nothing was changed.`,
    noExperiment: (name: string) =>
      `${name} is JSON, but there is no experiment of Gradient Walk in it. Nothing was changed.`,
    tooLarge: (name: string, megabytes: number) =>
      `${name} has ${megabytes} MB, too much for an experiment file. Nothing was changed.`,
    unreadable: (name: string) => `${name} could not be read. Nothing was changed.`,
    many: (count: number) => `${count} files were dropped; an experiment is one file. Nothing was changed.`,
  },
  /** Of walks by ear. */
  hearing: {
    walk: (walk: number, of: number) =>
      `Walk ${walk} of ${of}, by ear: an octave is a factor of 10 in the norm. h ends it.`,
    none: 'There is no walk to hear yet.',
    silent: 'This browser makes no sound.',
  },
  /** What the picture shows, for whoever sees it for the first time. */
  firstUse: {
    what: 'A coloured line is one network’s gradient on its way back through the layers; ink is what theory says. Drag any underlined number.',
    close: 'Close',
  },
  /** Of a newer version. */
  update: {
    label: 'Update',
    ready: 'A newer Gradient Walk is ready.',
    reload: 'Reload to update',
    later: 'Later',
    held: 'The old version cannot be left without the network: the newer one starts when every tab with this page has been closed.',
    close: 'Close',
  },
} as const;
