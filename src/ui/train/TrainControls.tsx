import { type Dictionary, dictionary } from '#experiment/dictionary/dictionary.ts';
import { trainRows } from '#experiment/schema/trainRows.ts';
import { schema } from '#experiment/schema.ts';
import { BranchCompanions } from '#ui/controls/BranchCompanions.tsx';
import { ChoiceControl } from '#ui/controls/ChoiceControl.tsx';
import { GainControl } from '#ui/controls/gain/GainControl.tsx';
import { NumberControl } from '#ui/controls/NumberControl.tsx';
import { SwitchControl } from '#ui/controls/SwitchControl.tsx';
import { sliderKeys } from '#ui/controls/sliderOf.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { useExperiment, usePage, useWalkState } from '#ui/page/PageContext.ts';
import { DataControl } from '#ui/train/data/DataControl.tsx';
import { NetworkControl } from '#ui/train/network/NetworkControl.tsx';
import { AutoRate } from './AutoRate.tsx';

type SpeedName = keyof Dictionary['train']['speed']['options'];

/** Steps a second at most; 0 for as fast as it goes. */
const stepsPerSecond: Readonly<Record<SpeedName, number>> = { full: 0, ten: 10, one: 1, slow: 0 };
const speedNames: readonly SpeedName[] = ['full', 'ten', 'one', 'slow'];

interface SlowMotion {
  readonly isSlow: boolean;
  readonly onSlowMotion: (isOn: boolean) => void;
}

/** How fast the run goes, slow motion included; hidden with the buttons of the run. */
function SpeedControl({ isSlow, onSlowMotion }: SlowMotion) {
  const { store } = usePage();
  // The store's speed outlives this control: a view that is opened again shows it as it is.
  const speed = useWalkState((state) => state.speed);
  const shown = isSlow ? 'slow' : speedNames.find((name) => stepsPerSecond[name] === speed);
  function choose(text: string): void {
    const chosen = speedNames.find((name) => name === text);
    if (!chosen) return;
    store.setState({ speed: stepsPerSecond[chosen] });
    onSlowMotion(chosen === 'slow');
  }
  const isHidden = useHidden();
  if (isHidden('run')) return null;
  const { label, help, options } = dictionary('train').speed;
  return (
    <div className="control">
      <Help word={label}>{help}</Help>
      <select
        className="choice"
        aria-label={label}
        value={shown}
        onChange={(event) => choose(event.target.value)}
      >
        {speedNames.map((name) => (
          <option key={name} value={name}>
            {options[name]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Numbers of the training that are seldom changed. */
const rareKeys = sliderKeys.filter((key) => Object.hasOwn(trainRows, key) && 'isRare' in schema[key]);

/** Every control of the training. */
export function TrainControls(slowMotion: SlowMotion) {
  const { optimizer } = useExperiment();
  return (
    <div className="control-column">
      <NumberControl name="depth" />
      <NumberControl name="width" />
      <ChoiceControl name="f" />
      <GainControl />
      <SwitchControl name="tied" />
      <ChoiceControl name="norm" />
      <NumberControl name="residual" />
      <BranchCompanions />
      <ChoiceControl name="data" />
      <DataControl />
      <ChoiceControl name="task" />
      <NumberControl name="rate" />
      <AutoRate />
      <ChoiceControl name="optimizer" />
      {optimizer !== 'sgd' && <NumberControl name="momentum" />}
      <NumberControl name="steps" />
      <NumberControl name="batch" />
      <SpeedControl {...slowMotion} />
      <ChoiceControl name="pass" />
      <NetworkControl />
      <details className="more-settings">
        <summary>{dictionary('train').more}</summary>
        {rareKeys.map((name) => (
          <NumberControl key={name} name={name} />
        ))}
        <ChoiceControl name="weights" />
        <NumberControl name="input" />
        <NumberControl name="bias" />
      </details>
    </div>
  );
}
