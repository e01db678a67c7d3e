import type { SweepCurve } from '#plots/sweepPlotData.ts';

/** Colours and dashes of a figure's curves, in their order; the dashes tell them apart in grey. */
const strokes: readonly Pick<SweepCurve, 'tone' | 'dash'>[] = [
  { tone: 'measured', dash: '' },
  { tone: 'pin1', dash: '9 4' },
  { tone: 'pin2', dash: '2.5 3' },
  { tone: 'exploded', dash: '10 3 2.5 3' },
  { tone: 'vanished', dash: '5 2.5' },
  { tone: 'pin3', dash: '1 2' },
];

/** How the curve of a number is drawn. */
export const seriesStyle = (index: number): Pick<SweepCurve, 'tone' | 'dash'> =>
  strokes[index % strokes.length] ?? { tone: 'measured', dash: '' };
