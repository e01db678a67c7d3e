/** For journeys of `npm run test:deep`: those that repeat what another shows in a further theme, size or file, and those that take long. */
export const deep = { tag: '@deep' };

/** The same for a row of a table, unless it is the one that stands for the others. */
export const deepUnless = (standsForOthers: boolean) => (standsForOthers ? {} : deep);
