import { dashes } from '#plots/dashedLines.ts';
import type { SweepCurve } from '#plots/sweepPlotData.ts';

/** Colours and dashes of a figure's curves, in their order; the dashes tell them apart in grey. */
const strokes: readonly Pick<SweepCurve, 'tone' | 'dash'>[] = [
  { tone: 'measured', dash: '' },
  { tone: 'pin1', dash: dashes[0] },
  { tone: 'pin2', dash: dashes[1] },
  { tone: 'exploded', dash: dashes[2] },
  { tone: 'vanished', dash: dashes[3] },
  { tone: 'pin3', dash: '1 2' },
];

/** How the curve of a number is drawn. */
export const seriesStyle = (index: number): Pick<SweepCurve, 'tone' | 'dash'> =>
  strokes[index % strokes.length] ?? { tone: 'measured', dash: '' };
