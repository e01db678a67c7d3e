import { parameterText } from '#ui/dictionary/parameterText.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';
import { useHidden } from './useHidden.ts';

/** The parameters that are on or off, and have a control. */
type SwitchKey = 'tied' | 'contrast';

/** Label and tick of a parameter that is 0 or 1. */
export function SwitchControl({ name }: { name: SwitchKey }) {
  const value = useExperiment()[name];
  const change = useChange();
  const { label, help } = parameterText(name);
  const isHidden = useHidden();
  if (isHidden(name)) return null;
  return (
    <div className="control">
      <Help word={label}>{help}</Help>
      <input
        type="checkbox"
        aria-label={label}
        checked={value === 1}
        onChange={(event) => change({ [name]: event.target.checked ? 1 : 0 })}
      />
    </div>
  );
}
