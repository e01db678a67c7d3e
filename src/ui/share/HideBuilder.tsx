import { type Hideable, hideableNames } from '#experiment/experiment.ts';
import { scaleParameters } from '#experiment/scaleParameters.ts';
import { trainParameters } from '#experiment/trainParameters.ts';
import { parameterText } from '#ui/text/parameterText.ts';
import type { HideablePanel } from './shareEn.ts';
import { shareWords } from './shareWords.ts';

const { hide: words } = shareWords;

const isPanel = (name: Hideable): name is HideablePanel => Object.hasOwn(words.panelNames, name);

const pageNames: readonly Hideable[] = ['run', 'tabs', 'theme', 'share', 'badge'];
const panelNames: readonly Hideable[] = ['sentence', 'readouts', 'variance', 'end', 'table'];

const isIn = (rows: object) => (name: Hideable) => Object.hasOwn(rows, name);
const trainNames = hideableNames.filter(isIn(trainParameters));
const scaleNames = hideableNames.filter(isIn(scaleParameters));
const others = [...pageNames, ...panelNames, ...trainNames, ...scaleNames];

const groups = [
  { title: words.controls, names: hideableNames.filter((name) => !others.includes(name)) },
  { title: words.train, names: trainNames },
  { title: words.scale, names: scaleNames },
  { title: words.page, names: pageNames },
  { title: words.panels, names: panelNames },
] as const;

/** The table's own label, except for `run`: what is hidden are the buttons, not the key. */
function labelOf(name: Hideable): string {
  if (isPanel(name)) return words.panelNames[name];
  return parameterText(name).label;
}

interface HideBuilderProps {
  readonly hidden: readonly Hideable[];
  readonly onChange: (hidden: readonly Hideable[]) => void;
}

/** Check boxes over what a link can leave out. */
export function HideBuilder({ hidden, onChange }: HideBuilderProps) {
  const set = (name: Hideable, isHidden: boolean) =>
    onChange(hideableNames.filter((one) => (one === name ? isHidden : hidden.includes(one))));
  return (
    <>
      {groups.map(({ title, names }) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          {names.map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={hidden.includes(name)}
                onChange={(event) => set(name, event.target.checked)}
              />
              {labelOf(name)}
            </label>
          ))}
        </fieldset>
      ))}
    </>
  );
}
