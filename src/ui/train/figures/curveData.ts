import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Curve } from '#plots/curvePlot.ts';
import { computeExtent, type Domain } from '#plots/domain.ts';
import type { Palette } from '#plots/palette.ts';
import type { RunningSums } from '#run/train/runningSums.ts';
import { type StepPoints, smoothedSeries, thinnedSeries } from '#run/train/trainFacts.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';

const words = () => dictionary('train').loss;

/** A measured series over steps, by its running sums: its noise thin, its trend thick, and the held-out looks as marks. */
export function trainCurves(
  sums: RunningSums,
  count: number,
  heldOut: StepPoints,
  palette: Palette,
): Curve[] {
  const plain = { isMarked: false, label: '' };
  return [
    {
      ...plain,
      name: 'noise',
      points: thinnedSeries(sums, count),
      color: palette.measured,
      width: 0.8,
      opacity: 0.35,
    },
    {
      ...plain,
      name: 'training',
      points: smoothedSeries(sums, count),
      color: palette.measured,
      width: 1.8,
      opacity: 1,
      label: words().training,
    },
    {
      name: 'heldOut',
      points: heldOut,
      color: palette.vanished,
      width: 1.2,
      opacity: 0.8,
      isMarked: true,
      label: words().heldOut,
    },
  ];
}

/** What a loss's axis must hold, as round powers of ten's halves. */
export function lossDomain(curves: readonly Pick<Curve, 'name' | 'points'>[], level: number | null): Domain {
  const values = curves
    .filter(({ name }) => name !== 'noise')
    .flatMap(({ points }) => points.map(([, value]) => value))
    .filter((value) => value > 0);
  const [, top] = computeExtent([...values, level ?? 1], [0, 0]);
  const high = Math.max(1e-5, Math.min(1e5, top));
  const [bottom] = computeExtent(values, [high / 5, high]);
  const low = Math.max(1e-6, bottom);
  const steps = [1, 2, 5];
  const rounded = (value: number, isUp: boolean) => {
    const decade = 10 ** Math.floor(Math.log10(value));
    const ladder = [...steps, 10].map((step) => step * decade);
    const found = isUp
      ? ladder.find((one) => one >= value * 1.05)
      : ladder.findLast((one) => one <= value * 0.95);
    return found ?? (isUp ? 20 * decade : 0.5 * decade);
  };
  return [rounded(low, false), rounded(high, true)];
}

/** The loss of the best constant answer: guessing by how often each class comes, or the mean picture. */
export function lossLevel(record: TrainRecord | null): { value: number; label: string } | null {
  const started = record?.started;
  if (!started) return null;
  const label = started.constantError === null ? words().chance : words().constant;
  return { value: started.constantLoss, label };
}
