import { ToggleGroup } from 'radix-ui';
import { measuredText, numberText } from '#plots/numberText.ts';
import { gainCodec } from '#state/gainCodec.ts';
import { parameters } from '#state/parameters.ts';
import { bestGainStatus, namedGains, resolvedGain } from '#state/resolvedGain.ts';
import { gainNames } from '#theory/namedGain.ts';
import { useChange, useExperiment } from '#ui/PageContext.ts';
import { en } from '#ui/text/en.ts';
import { gainText } from '#ui/text/gainText.ts';
import { GainFigure } from './GainFigure.tsx';
import { gainSliderScale, nextGain, roundedGain } from './gainSlider.ts';
import { Help } from './Help.tsx';
import { NumberField } from './NumberField.tsx';
import { ValueSlider } from './ValueSlider.tsx';

/** The gain's slider and field. */
export function GainSlider() {
  const experiment = useExperiment();
  const change = useChange();
  const gain = resolvedGain(experiment);
  const text = gainText(experiment);
  const { label, help } = parameters.gain;
  return (
    <div className="control is-gain">
      <Help word={label}>
        {help} {en.gainHelp.auto}
      </Help>
      <ValueSlider
        label={label}
        value={gain}
        text={text}
        scale={gainSliderScale(experiment)}
        next={nextGain}
        onChange={(moved) => change({ gain: roundedGain(moved) })}
      />
      <NumberField
        label={`${label}, as a number`}
        text={text}
        codec={gainCodec}
        onChange={(typed) => change({ gain: typed })}
      />
    </div>
  );
}

/** A button for each named gain. */
function NamedGains() {
  const experiment = useExperiment();
  const change = useChange();
  const named = namedGains(experiment);
  const { gain } = experiment;
  return (
    <ToggleGroup.Root
      className="gain-names"
      type="single"
      aria-label={parameters.gain.label}
      value={typeof gain === 'string' ? gain : ''}
      onValueChange={(name) => {
        const parsed = gainCodec.parse(name);
        if (parsed.kind === 'read') change({ gain: parsed.value });
      }}
    >
      {gainNames.map((name) => (
        <ToggleGroup.Item
          key={name}
          value={name}
          disabled={named[name].unavailable === true && gain !== name}
          title={`${en.gainHelp[name]} ${numberText(named[name].value, 5)}`}
        >
          {en.choices.gain[name]}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

/** How g* is known, where no exact law gives it. */
function BestGain() {
  const experiment = useExperiment();
  const { auto } = namedGains(experiment);
  const status = bestGainStatus(experiment);
  if (status === 'exact') return null;
  const text = auto.kind === 'sampled' ? measuredText(auto.value, auto.error) : numberText(auto.value, 4);
  return (
    <p className="gain-note" aria-live="polite">
      {en.bestGain[status](text)}
    </p>
  );
}

/** The gain with its drift curve and its named values. */
export function GainControl() {
  const experiment = useExperiment();
  const named = namedGains(experiment);
  const isMissing = experiment.gain === 'paper' && named.paper.unavailable === true;
  const usesBest = experiment.gain === 'auto' || isMissing;
  return (
    <>
      <GainSlider />
      <div className="gain-companions">
        <GainFigure />
        <NamedGains />
        <BestGain />
        {isMissing && <p className="complaint">{en.noPaperGain(en.choices.f[experiment.f])}</p>}
        {usesBest && named.auto.jumps && <p className="complaint">{en.driftJumps}</p>}
      </div>
    </>
  );
}
