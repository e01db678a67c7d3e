import { useState } from 'react';
import { ChoiceControl } from '#ui/controls/ChoiceControl.tsx';
import { GainControl } from '#ui/controls/gain/GainControl.tsx';
import { NumberControl } from '#ui/controls/NumberControl.tsx';
import { useHidden } from '#ui/controls/useHidden.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { useExperiment, usePage } from '#ui/page/PageContext.ts';
import { trainWords } from './trainWords.ts';

type SpeedName = keyof typeof trainWords.speed.options;

const stepsPerSecond: Readonly<Record<SpeedName, number>> = { full: 0, ten: 10, one: 1, slow: 0 };

/** How fast the run goes, slow motion included; hidden with the buttons of the run. */
export function SpeedControl({ onSlowMotion }: { onSlowMotion: (isOn: boolean) => void }) {
  const { store } = usePage();
  const [name, setName] = useState<SpeedName>('full');
  function choose(text: string): void {
    const names = Object.keys(trainWords.speed.options) as SpeedName[];
    const chosen = names.find((one) => one === text);
    if (!chosen) return;
    setName(chosen);
    store.setState({ speed: stepsPerSecond[chosen] });
    onSlowMotion(chosen === 'slow');
  }
  const isHidden = useHidden();
  if (isHidden('run')) return null;
  const { label, help, options } = trainWords.speed;
  return (
    <div className="control">
      <Help word={label}>{help}</Help>
      <select
        className="choice"
        aria-label={label}
        value={name}
        onChange={(event) => choose(event.target.value)}
      >
        {Object.entries(options).map(([option, word]) => (
          <option key={option} value={option}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Every control of the training. */
export function TrainControls({ onSlowMotion }: { onSlowMotion: (isOn: boolean) => void }) {
  const { optimizer } = useExperiment();
  return (
    <div className="control-column">
      <NumberControl name="depth" />
      <NumberControl name="width" />
      <ChoiceControl name="f" />
      <GainControl />
      <ChoiceControl name="data" />
      <ChoiceControl name="task" />
      <NumberControl name="rate" />
      <ChoiceControl name="optimizer" />
      {optimizer !== 'sgd' && <NumberControl name="momentum" />}
      <NumberControl name="steps" />
      <NumberControl name="batch" />
      <SpeedControl onSlowMotion={onSlowMotion} />
      <ChoiceControl name="pass" />
      <details className="more-settings">
        <summary>{trainWords.more}</summary>
        <NumberControl name="decay" />
        <NumberControl name="outgain" />
        <ChoiceControl name="weights" />
        <NumberControl name="input" />
        <NumberControl name="bias" />
      </details>
    </div>
  );
}
