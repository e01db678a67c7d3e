import { ToggleGroup } from 'radix-ui';
import './gain.css';
import { codecs } from '#experiment/codecs/codecs.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { bestGainStatus, namedGains, resolvedGain } from '#experiment/gains.ts';
import { measuredText, numberText } from '#plots/numberText.ts';
import { gainNames } from '#theory/namedGain.ts';
import { NumberField } from '#ui/controls/NumberField.tsx';
import { useHidden } from '#ui/controls/useHidden.ts';
import { ValueSlider } from '#ui/controls/ValueSlider.tsx';
import { parameterText } from '#ui/dictionary/parameterText.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { useChange, useExperiment, useFoundGains } from '#ui/page/PageContext.ts';
import { gainText, spokenGain } from '#ui/text/gainText.ts';
import { GainFigure } from './GainFigure.tsx';
import { gainSliderScale, nextGain, roundedGain } from './gainSlider.ts';

/** The gain's slider and field. */
export function GainSlider() {
  const experiment = useExperiment();
  const found = useFoundGains();
  const change = useChange();
  const gain = resolvedGain(experiment, found);
  const text = gainText(experiment, found);
  const isHidden = useHidden();
  const { label, help } = parameterText('gain');
  if (isHidden('gain')) return null;
  return (
    <div className="control is-gain">
      <Help word={label}>
        {help} {dictionary('page').gainHelp.auto}
      </Help>
      <ValueSlider
        label={label}
        value={gain}
        text={spokenGain(experiment, text)}
        scale={gainSliderScale(namedGains(experiment, found).auto.value)}
        next={nextGain}
        onChange={(moved) => change({ gain: roundedGain(moved) })}
      />
      <NumberField
        label={dictionary('page').asNumber(label)}
        text={text}
        codec={codecs.gain}
        onChange={(typed) => change({ gain: typed })}
      />
    </div>
  );
}

/** A button for each named gain. */
function NamedGains() {
  const experiment = useExperiment();
  const found = useFoundGains();
  const change = useChange();
  const named = namedGains(experiment, found);
  const { gain } = experiment;
  return (
    <ToggleGroup.Root
      className="gain-names"
      type="single"
      aria-label={parameterText('gain').label}
      value={typeof gain === 'string' ? gain : ''}
      onValueChange={(name) => {
        const parsed = codecs.gain.parse(name);
        if (parsed.kind === 'read') change({ gain: parsed.value });
      }}
    >
      {gainNames.map((name) => (
        <ToggleGroup.Item
          key={name}
          value={name}
          disabled={named[name].unavailable === true && gain !== name}
          title={`${dictionary('page').gainHelp[name]} ${numberText(named[name].value, 5)}`}
        >
          {dictionary('page').choices.gain[name]}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

/** How g* is known, where no exact law gives it. */
function BestGain() {
  const experiment = useExperiment();
  const found = useFoundGains();
  const { auto } = namedGains(experiment, found);
  const status = bestGainStatus(experiment, found);
  if (status === 'exact') return null;
  const text = auto.kind === 'sampled' ? measuredText(auto.value, auto.error) : numberText(auto.value, 4);
  return (
    <p className="gain-note" aria-live="polite">
      {dictionary('page').bestGain[status](text)}
    </p>
  );
}

/** The gain with its drift curve and its named values. */
export function GainControl() {
  const experiment = useExperiment();
  const found = useFoundGains();
  const isHidden = useHidden();
  if (isHidden('gain')) return null;
  const named = namedGains(experiment, found);
  const isMissing = experiment.gain === 'paper' && named.paper.unavailable === true;
  const usesBest = experiment.gain === 'auto' || isMissing;
  return (
    <>
      <GainSlider />
      <div className="gain-companions">
        <GainFigure />
        <NamedGains />
        <BestGain />
        {isMissing && (
          <p className="complaint">
            {dictionary('page').noPaperGain(dictionary('page').choices.f[experiment.f])}
          </p>
        )}
        {usesBest && named.auto.drifts && <p className="complaint">{dictionary('page').driftStays}</p>}
      </div>
    </>
  );
}
