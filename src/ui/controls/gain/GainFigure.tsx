import { useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react';
import { driftAt, driftCurve, driftSetting } from '#experiment/derived/driftCurve.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { namedGains, resolvedGain } from '#experiment/gains.ts';
import { createGainPlot, type GainPlot } from '#plots/gainPlot.ts';
import { gainNames } from '#theory/namedGain.ts';
import { SaveWalk } from '#ui/export/SaveWalk.tsx';
import { useElementSize } from '#ui/figures/useElementSize.ts';
import { useExperiment, useFoundGains } from '#ui/page/PageContext.ts';
import { usePageStyle } from '#ui/theme/StyleContext.ts';
import { gainSliderScale, isOnSlider } from './gainSlider.ts';

const positions = Array.from({ length: 49 }, (_, i) => i / 48);

/** The drift curve under the gain's slider, on the slider's own axis. */
export function GainFigure() {
  const experiment = useExperiment();
  const found = useFoundGains();
  const setting = driftSetting(experiment);
  const style = usePageStyle();
  const svg = useRef<SVGSVGElement>(null);
  const plot = useRef<GainPlot | null>(null);
  const size = useElementSize(svg);
  const named = namedGains(experiment, found);
  const best = named.auto.value;
  const scale = useMemo(() => gainSliderScale(best), [best]);
  // The curve stays as it is while the gain moves on it; where others move, it follows behind what they move.
  const asked = useDeferredValue(useMemo(() => ({ setting, scale }), [setting, scale]));
  const drifts = useMemo(() => driftCurve(asked.setting, positions.map(asked.scale.value)), [asked]);

  useLayoutEffect(() => {
    if (!svg.current || size.widthPx === 0) return;
    plot.current ??= createGainPlot(svg.current);
    const gain = resolvedGain(experiment, found);
    plot.current.draw({
      ...size,
      insetPx: 8,
      style,
      curve: positions.map((position, i) => ({ position, drift: drifts[i] ?? 0 })),
      marks: gainNames
        .filter((name) => named[name].unavailable !== true && isOnSlider(scale, named[name].value))
        .map((name) => ({
          name,
          label: dictionary('page').choices.gain[name],
          position: scale.position(named[name].value),
          drift: driftAt(experiment, named[name].value),
        })),
      current: isOnSlider(scale, gain)
        ? { position: scale.position(gain), drift: driftAt(experiment, gain) }
        : null,
      labels: dictionary('page').curve,
    });
  }, [experiment, found, named, style, size, scale, drifts]);

  return (
    <figure className="gain-frame">
      <svg ref={svg} className="gain-figure" role="img" aria-label={dictionary('page').curve.label} />
      <SaveWalk figure="gain" />
    </figure>
  );
}
