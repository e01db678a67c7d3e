import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Hideable } from '#experiment/experiment.ts';
import { networkRows } from '#experiment/schema/networkRows.ts';
import { scaleRows } from '#experiment/schema/scaleRows.ts';
import { trainRows } from '#experiment/schema/trainRows.ts';
import { hideableNames, hideableParts } from '#experiment/schema.ts';
import type { HideablePanel } from '#ui/dictionary/en/share.ts';
import { parameterText } from '#ui/dictionary/parameterText.ts';

const words = () => dictionary('share').hide;

const isPanel = (name: Hideable): name is HideablePanel => Object.hasOwn(words().panelNames, name);

const controlsOf = (rows: object) => hideableNames.filter((name) => Object.hasOwn(rows, name));

const groups = (): readonly { title: string; names: readonly Hideable[] }[] => [
  { title: words().controls, names: controlsOf(networkRows) },
  { title: words().train, names: controlsOf(trainRows) },
  { title: words().scale, names: controlsOf(scaleRows) },
  { title: words().page, names: hideableParts.frame },
  { title: words().panels, names: hideableParts.panels },
];

/** The table's own label, except for `run`: what is hidden are the buttons, not the key. */
function labelOf(name: Hideable): string {
  if (isPanel(name)) return words().panelNames[name];
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
      {groups().map(({ title, names }) => (
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
