/** What is said of a file that is opened and is no experiment, in English. */
export const files = {
  notJson: (name: string) => `${name} is not an experiment file: it is no JSON. Nothing was changed.`,
  noExperiment: (name: string) =>
    `${name} is JSON, but there is no experiment of Gradient Walk in it. Nothing was changed.`,
  tooLarge: (name: string, size: string) =>
    `${name} has ${size}, too much for an experiment file. Nothing was changed.`,
  unreadable: (name: string) => `${name} could not be read. Nothing was changed.`,
  many: (count: number) => `${count} files were dropped; an experiment is one file. Nothing was changed.`,
} as const;
