/** For tests of `npm run test:deep`: those that repeat what another shows in a further case, and those that take long. */
export const deep = { tags: ['deep'] };

/** The same for a row of a table, unless it is one that stands for the others. */
export const deepUnless = (standsForOthers: boolean) => (standsForOthers ? {} : deep);
