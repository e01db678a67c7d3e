import { isScript } from './sourceFiles.mjs';

/** What stands for its kind: a thing of which there are several, and that every file which knows it calls by name. */
const representatives = {
  'link key': { name: 'outgain', pattern: /\boutgain\b/ },
  sweep: { name: 'budget', pattern: /'budget'|\bbudget:|\bbudget(?!Ms)[A-Z]|\/budget/ },
  'data set': { name: 'spirals', pattern: /\bspirals\b/ },
};

/** Lessons are about things; a new thing needs none. */
const isAsked = (file) => isScript(file) && !/\/lessons(\/|(En|De)?\.ts$)/.test(file.name);

/** Files that name the representative of each kind: what a new one of the kind would touch. */
export function touchedFiles(files) {
  return Object.entries(representatives).map(([kind, { name, pattern }]) => ({
    kind,
    name,
    files: files.filter((file) => isAsked(file) && pattern.test(file.text)).map((file) => file.name),
  }));
}

/** Files that choose between languages: each imports a German dictionary. */
export const languageLists = (files) =>
  files
    .filter(
      ({ name, text }) =>
        isScript({ name }) && !/(De|\/de)\.ts$/.test(name) && /'[^']*(De|\/de)\.ts'/.test(text),
    )
    .map(({ name }) => name);
