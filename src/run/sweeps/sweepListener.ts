import type { TrainEngineFrame } from '#engine/train/protocol.ts';
import type { EngineFrame } from '#engine/walk/protocol.ts';
import { reasonText } from '#experiment/dictionary/reasonText.ts';
import type { LiveSweep } from './liveSweep.ts';
import { type Measurement, withStart, withSteps, withWalks } from './measurement.ts';
import type { SweepRunner } from './sweepRunner.ts';

interface SweepListenerParts extends Pick<SweepRunner, 'take' | 'fail' | 'again'> {
  readonly live: LiveSweep;
}

/** Where the frames of a sweep's engines go. */
export interface SweepListener {
  walk(frame: EngineFrame): void;
  train(frame: TrainEngineFrame): void;
}

export function createSweepListener({ live, take, fail, again }: SweepListenerParts): SweepListener {
  let isLost = false;

  /** What has arrived of the point at work. */
  function underway(): Measurement | undefined {
    const { plan, active, measured } = live.current();
    const point = active === null ? undefined : plan.points[active];
    return point && measured.get(point.key);
  }

  /** Another device took the place of a lost one. */
  function opened(): void {
    if (!isLost) return;
    isLost = false;
    again();
  }

  return {
    walk(frame) {
      const before = underway();
      if (frame.kind === 'walk' && before?.kind === 'walk') take(withWalks(before, frame));
      else if (frame.kind === 'ready') {
        live.amend({ backend: `${frame.backend} (${frame.device})` });
        opened();
      } else if (frame.kind === 'lost') isLost = true;
      else if (frame.kind === 'failed' && !isLost) fail(reasonText(frame.reason));
    },
    train(frame) {
      const before = underway();
      if (frame.kind === 'train' && before?.kind === 'train') take(withSteps(before, frame));
      else if (frame.kind === 'started') {
        live.amend({ backend: `${frame.backend} (${frame.device}), ${frame.implementation}` });
        if (before?.kind === 'train') take(withStart(before, frame));
      } else if (frame.kind === 'lost') isLost = true;
      else if (frame.kind === 'opened') opened();
      else if (frame.kind === 'failed' && !isLost) fail(reasonText(frame.reason));
    },
  };
}
