import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { useSliderValue } from '#ui/controls/useSliderValue.ts';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';
import './autoRate.css';

/** Whether the run finds its learning rate; taken off, the number stays as it is. */
export function AutoRate() {
  const { rate } = useExperiment();
  const { value } = useSliderValue('rate');
  const change = useChange();
  const isHidden = useHidden();
  if (isHidden('rate')) return null;
  const { label, help } = dictionary('train').autoRate;
  return (
    <label className="auto-rate" title={help}>
      <input
        type="checkbox"
        checked={rate === 'auto'}
        onChange={(event) => change({ rate: event.target.checked ? 'auto' : value })}
      />
      {label}
    </label>
  );
}
