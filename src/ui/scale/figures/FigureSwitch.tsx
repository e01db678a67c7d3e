import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { SweepFigure } from '#run/sweeps/definition.ts';
import type { Phrases } from '#ui/scale/sweepWords.ts';
import { phraseText } from './sweepText.ts';

interface FigureSwitchProps {
  readonly figures: readonly SweepFigure[];
  readonly phrases: Phrases;
  /** The place of the figure that is shown. */
  readonly shown: number;
  readonly onChange: (shown: number) => void;
}

/** Which figure of a sweep is shown, where they stand one at a time. */
export function FigureSwitch({ figures, phrases, shown, onChange }: FigureSwitchProps) {
  return (
    <fieldset className="map-switch">
      <legend className="visually-hidden">{dictionary('scale').switchLabel}</legend>
      {figures.map(({ title, choice = title() }, i) => (
        <label key={choice}>
          <input type="radio" name="sweep-figure" checked={shown === i} onChange={() => onChange(i)} />
          {phraseText(phrases, [choice])}
        </label>
      ))}
      <span className="map-key">{phraseText(phrases, ['key'])}</span>
    </fieldset>
  );
}
