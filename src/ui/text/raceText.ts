import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { WalkRecord } from '#run/walk/walkRecord.ts';
import { countText } from './countText.ts';

type RaceTime = NonNullable<WalkRecord['walker']>['raced'][number];

const words = () => dictionary('afterStart').badge;

/** How fast the backends of this machine were with a run like the one on the screen. */
export function raceText(raced: readonly RaceTime[]): string {
  const speeds = raced.map(({ backend, weightsPerMs }) => {
    const name = dictionary('page').badge.names[backend];
    return weightsPerMs > 0 ? `${name} ${countText(1000 * weightsPerMs)}` : words().notWalked(name);
  });
  return words().raced(speeds.join(', '));
}
