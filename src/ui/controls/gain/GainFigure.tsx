import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { driftOf, driftSetting } from '#experiment/derived/driftCurve.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { namedGains, resolvedGain, type StatedGains } from '#experiment/gains.ts';
import { createGainPlot, type GainPlot } from '#plots/gainPlot.ts';
import { inTasks } from '#run/inTasks.ts';
import type { GainSetting } from '#theory/driftPerLayer.ts';
import { type GainName, gainNames } from '#theory/namedGain.ts';
import type { SliderScale } from '#ui/controls/sliderScale.ts';
import { SaveWalk } from '#ui/export/SaveWalk.tsx';
import { useElementSize } from '#ui/figures/useElementSize.ts';
import { useShown } from '#ui/page/PageContext.ts';
import { usePageStyle } from '#ui/theme/StyleContext.ts';
import { gainSliderScale, isOnSlider } from './gainSlider.ts';

const positions = Array.from({ length: 49 }, (_, i) => i / 48);

interface DriftQuestion {
  readonly setting: GainSetting;
  readonly scale: SliderScale;
  readonly named: StatedGains;
}

interface Place {
  readonly position: number;
  readonly drift: number;
}

interface DriftCurve {
  readonly asked: DriftQuestion;
  readonly curve: readonly Place[];
  readonly marks: readonly (Place & { readonly name: GainName })[];
}

/** A place on the slider with the drift of its gain. */
const placeOf = ({ setting, scale }: DriftQuestion, gain: number): Place => ({
  position: scale.position(gain),
  drift: driftOf({ setting, gain }),
});

function* curveOf(asked: DriftQuestion): Generator<void, DriftCurve> {
  const { scale, named } = asked;
  const curve: Place[] = [];
  for (const position of positions) {
    curve.push({ ...placeOf(asked, scale.value(position)), position });
    yield;
  }
  const marks = gainNames
    .filter((name) => named[name].unavailable !== true && isOnSlider(scale, named[name].value))
    .map((name) => ({ name, ...placeOf(asked, named[name].value) }));
  return { asked, curve, marks };
}

/** The drift curve under the gain's slider, on the slider's own axis. */
export function GainFigure() {
  const { experiment, found } = useShown();
  const setting = driftSetting(experiment);
  const style = usePageStyle();
  const svg = useRef<SVGSVGElement>(null);
  const plot = useRef<GainPlot | null>(null);
  const size = useElementSize(svg);
  const named = namedGains(experiment, found);
  const best = named.auto.value;
  // The curve stays as it is while the gain moves on it; where others move, it follows behind what they move.
  const asked = useMemo(() => ({ setting, scale: gainSliderScale(best), named }), [setting, best, named]);
  const [known, setKnown] = useState<DriftCurve | null>(null);
  const [ask] = useState(() => inTasks(curveOf, setKnown));
  useEffect(() => ask(asked), [ask, asked]);

  useLayoutEffect(() => {
    if (!svg.current || size.widthPx === 0 || !known) return;
    plot.current ??= createGainPlot(svg.current);
    const gain = resolvedGain(experiment, found);
    plot.current.draw({
      ...size,
      insetPx: 8,
      style,
      curve: known.curve,
      marks: known.marks.map((mark) => ({ ...mark, label: dictionary('page').choices.gain[mark.name] })),
      current: isOnSlider(known.asked.scale, gain) ? placeOf(known.asked, gain) : null,
      labels: dictionary('page').curve,
    });
  }, [experiment, found, known, style, size]);

  return (
    <figure className="gain-frame">
      <svg ref={svg} className="gain-figure" role="img" aria-label={dictionary('page').curve.label} />
      <SaveWalk figure="gain" />
    </figure>
  );
}
