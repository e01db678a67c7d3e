/** What the measurements beside the figures are, for whoever taps on their names, in English. */
export const facts = {
  drift: 'How much ln Z moves in one layer, on average. Zero is what a good gain is for.',
  slope: 'How much the variance of ln Z grows with every layer: the slope of the second figure.',
  factor:
    'What the norm in one network is typically multiplied or divided by: e to half the standard deviation of ln Z.',
  within: 'Share of walks whose norm ends between a tenth and ten times its start.',
  dead: 'Share of walks in which some layer had no active unit, so that nothing is passed on.',
  ratio: 'The width of the walk depends on depth and width through this ratio alone, to leading order.',
} as const;
