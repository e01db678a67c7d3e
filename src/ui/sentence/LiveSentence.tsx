import { codecs } from '#experiment/codecs/codecs.ts';
import './sentence.css';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { namedGains, resolvedGain } from '#experiment/gains.ts';
import { computeOutcome } from '#run/walk/outcome.ts';
import { ChoiceSelect } from '#ui/controls/ChoiceControl.tsx';
import { gainSliderScale, nextGain, roundedGain } from '#ui/controls/gain/gainSlider.ts';
import { type SliderKey, sliderOf } from '#ui/controls/sliderOf.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { useSliderValue } from '#ui/controls/useSliderValue.ts';
import { parameterText } from '#ui/dictionary/parameterText.ts';
import { useChange, useExperiment, useFoundGains, useShown } from '#ui/page/PageContext.ts';
import { articleOf } from '#ui/text/articleOf.ts';
import { gainText, spokenGain } from '#ui/text/gainText.ts';
import { outcomeText, walkerText } from '#ui/text/outcomeText.ts';
import { ScrubNumber } from './ScrubNumber.tsx';
import { TemplateSentence } from './TemplateSentence.tsx';

/** Positions a px of drag on a number moves its slider. */
const positionsPerPx = 1 / 600;

const within = (position: number) => Math.max(0, Math.min(1, position));

/** A number of the parameter table in a sentence. */
export function ScrubParameter({ name }: { name: SliderKey }) {
  const { value, text } = useSliderValue(name);
  const change = useChange();
  const { scale, rounded, next } = sliderOf(name);
  const codec = codecs[name];
  const isHidden = useHidden();
  if (isHidden(name)) return <span>{text}</span>;
  return (
    <ScrubNumber
      label={parameterText(name).label}
      value={value}
      text={text}
      codec={codec}
      dragged={(from, px) => rounded(scale.value(within(scale.position(from) + px * positionsPerPx)))}
      next={next}
      onChange={(changed) => change({ [name]: changed })}
    />
  );
}

/** The gain in a sentence. */
export function ScrubGain() {
  const experiment = useExperiment();
  const found = useFoundGains();
  const change = useChange();
  const isHidden = useHidden();
  if (isHidden('gain')) return <span>{gainText(experiment, found)}</span>;
  const scale = gainSliderScale(namedGains(experiment, found).auto.value);
  const gain = resolvedGain(experiment, found);
  return (
    <ScrubNumber
      label={parameterText('gain').label}
      value={gain}
      text={gainText(experiment, found)}
      spoken={spokenGain(experiment, gainText(experiment, found))}
      codec={codecs.gain}
      dragged={(from, px) => roundedGain(scale.value(within(scale.position(from) + px * positionsPerPx)))}
      next={nextGain}
      onChange={(changed) => change({ gain: changed })}
    />
  );
}

/** The sentence that says what the figures show; its numbers are controls. */
export function LiveSentence() {
  const experiment = useExperiment();
  const shown = useShown();
  const isHidden = useHidden();
  if (isHidden('sentence')) return null;
  return (
    <p className="sentence">
      <TemplateSentence
        template={dictionary('page').sentence(articleOf(experiment.f), experiment.depth)}
        controls={{
          f: <ChoiceSelect name="f" className="sentence-choice" />,
          depth: <ScrubParameter name="depth" />,
          width: <ScrubParameter name="width" />,
          gain: <ScrubGain />,
        }}
      />{' '}
      {walkerText(shown.experiment.pass)} {outcomeText(computeOutcome(shown.experiment, shown.found))}
    </p>
  );
}
