import { codecs } from '#experiment/codecs/codecs.ts';
import './controls.css';
import { type Dictionary, dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment, ParameterKey } from '#experiment/experiment.ts';
import { parameterText } from '#ui/dictionary/parameterText.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';
import { sweepChoices } from '#ui/scale/sweepWords.ts';
import { useHidden } from './useHidden.ts';

/** The parameters that are words. */
export type ChoiceKey = (keyof Dictionary['page']['choices'] & Exclude<ParameterKey, 'gain'>) | 'sweep';

/** Whether a parameter is chosen from a list of words. */
export const isChoiceKey = (key: ParameterKey): key is ChoiceKey =>
  key === 'sweep' || (key !== 'gain' && key in dictionary('page').choices);

/** What the values of a parameter are called; the names of sweeps come with the scale view. */
const choicesOf = (name: ChoiceKey): Readonly<Record<string, string>> =>
  name === 'sweep' ? sweepChoices() : dictionary('page').choices[name];

interface ChoiceSelectProps<K extends ChoiceKey> {
  readonly name: K;
  readonly className: string;
}

/** The list to choose a word from, without its label; the mere word where the link hides the control. */
export function ChoiceSelect<K extends ChoiceKey>({ name, className }: ChoiceSelectProps<K>) {
  const value = useExperiment()[name];
  const change = useChange();
  const isHidden = useHidden();
  const options = Object.entries(choicesOf(name));
  const read = (text: string): Partial<Experiment> => {
    const parsed = codecs[name].parse(text);
    return parsed.kind === 'unreadable' ? {} : { [name]: parsed.value };
  };
  const shown = options.find(([option]) => option === value)?.[1];
  if (isHidden(name)) return <span>{shown}</span>;
  return (
    <span className={`fitted ${className}-fit`} data-word={shown}>
      <select
        className={className}
        aria-label={parameterText(name).label}
        value={value}
        onChange={(event) => change(read(event.target.value))}
      >
        {options.map(([option, word]) => (
          <option key={option} value={option}>
            {word}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Label and list of a word in the parameter table. */
export function ChoiceControl({ name }: { name: ChoiceKey }) {
  const { label, help } = parameterText(name);
  const isHidden = useHidden();
  if (isHidden(name)) return null;
  return (
    <div className="control">
      <Help word={label}>{help}</Help>
      <ChoiceSelect name={name} className="choice" />
    </div>
  );
}
