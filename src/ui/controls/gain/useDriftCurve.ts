import { useEffect, useState } from 'react';
import { driftCurve } from '#experiment/derived/driftCurve.ts';
import type { GainSetting } from '#theory/driftPerLayer.ts';

/** How long a curve may hold up the page in one go. */
const sliceMs = 6;

/**
 * Drift a layer at each gain. A thousand layers take a millisecond a gain, so that other settings' curves are worked out a few gains
 * at a time, when the page has rested from what was asked; until the last of them is there the curve stays as it was.
 */
export function useDriftCurve(setting: GainSetting, gains: readonly number[]): readonly number[] {
  const [drifts, setDrifts] = useState(() => driftCurve(setting, gains));
  const [drawn, setDrawn] = useState({ setting, gains });
  useEffect(() => {
    if (drawn.setting === setting && drawn.gains === gains) return;
    const found: number[] = [];
    const goOn = () => {
      const began = performance.now();
      while (found.length < gains.length && performance.now() - began < sliceMs) {
        found.push(...driftCurve(setting, gains.slice(found.length, found.length + 1)));
      }
      if (found.length < gains.length) timer = setTimeout(goOn);
      else {
        setDrifts(found);
        setDrawn({ setting, gains });
      }
    };
    let timer = setTimeout(goOn);
    return () => clearTimeout(timer);
  }, [setting, gains, drawn]);
  return drifts;
}
