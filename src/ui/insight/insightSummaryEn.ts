/** The lines that open the two figures below the walk, in English. */
export const insightSummaryEn = {
  label: 'What the right gain does not fix',
  alignment: 'The right gain does not fix: directions align',
  stretch: 'The right gain does not fix: lengths spread',
};
