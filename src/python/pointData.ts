import type { TrainSettings } from '#engine/train/trainSettings.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';

/** A point's settings by the engine's own names. */
export type PointData = Readonly<Record<string, string | number | readonly number[]>>;

/** The engine's settings of a walked point, every number as it is; own widths only where there are any. */
export function walkData({ widths, scaling, ...settings }: WalkSettings): PointData {
  return widths === null ? settings : { ...settings, widths, scaling };
}

/** Whether a network's layers simply follow one another. */
export const isPlain = ({ tied, residual, norm }: TrainSettings): boolean =>
  tied === 0 && residual === 0 && norm === 'none';

/** The engine's settings of a trained point, its kind only where it is not plain; its speed on the page means nothing here. */
export function trainData(settings: TrainSettings): PointData {
  const { speed: _, tied, residual, norm, ...plain } = settings;
  return isPlain(settings) ? plain : { ...plain, tied, residual, norm };
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The entries of an object, as JSON and as Python. */
const entriesOf = (data: PointData) =>
  Object.entries(data).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value).replaceAll(',', ', ')}`,
  );

/**
 * Points as two Python literals that are JSON too: what all have, and what each has of its own. Numbers keep all their
 * digits, so that a script measures the very points of the page.
 */
export function pointsPython(points: readonly PointData[]): string {
  const [first = {}, ...others] = points;
  const isShared = (key: string) => others.every((point) => isSame(point[key], first[key]));
  const keys = [...new Set(points.flatMap(Object.keys))];
  const pick = (point: PointData, shared: boolean): PointData =>
    Object.fromEntries(
      keys.flatMap((key) => {
        const value = point[key];
        return value !== undefined && isShared(key) === shared ? [[key, value]] : [];
      }),
    );
  return `# What all points have, by the names of the page's engine; the gains are numbers.
SHARED = {
    ${entriesOf(pick(first, true)).join(',\n    ')}
}

# What each has of its own: the points of the page, its walks and its seeds.
POINTS = [
${points.map((point) => `    {${entriesOf(pick(point, false)).join(', ')}}`).join(',\n')}
]`;
}
