import './ownPreview.css';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { reasonText } from '#experiment/dictionary/reasonText.ts';
import type { OwnPreview as Preview } from '#run/train/ownPreview.ts';
import { usePage } from '#ui/page/PageContext.ts';
import { useTraining } from '#ui/train/TrainingContext.ts';
import { identityWords } from './identityWords.ts';
import { SetFigures } from './SetFigures.tsx';

const words = () => dictionary('own');

/** The choices that files leave open: which column is the class, and whether inputs are standardised. */
function Choices({ preview: { choice, labels } }: { preview: Preview }) {
  const training = useTraining();
  return (
    <div className="own-choices">
      {labels && (
        <label>
          {words().label}
          <select
            className="choice"
            value={choice.label ?? ''}
            onChange={({ target }) =>
              training.choose({ kind: 'choose', choice: { ...choice, label: target.value || null } })
            }
          >
            <option value="">{words().none}</option>
            {labels.map((label) => (
              <option key={label} value={label}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <input
          type="checkbox"
          checked={choice.isStandardised}
          onChange={({ target }) =>
            training.choose({ kind: 'choose', choice: { ...choice, isStandardised: target.checked } })
          }
        />
        {words().standardise}
      </label>
    </div>
  );
}

/** Files of the user's own before they are trained on: how many, which classes, what they look like. */
export function OwnPreview({ preview }: { preview: Preview }) {
  const training = useTraining();
  const { store } = usePage();
  const { name, set, reason, leftOut, choice } = preview;
  return (
    <section className="notice own-preview" aria-label={words().title}>
      <p aria-live="polite">
        <strong>{name}</strong>
        {set && ` · ${identityWords(set.identity)}`}
        {reason && ` · ${reasonText(reason)}`}
      </p>
      <Choices preview={preview} />
      {leftOut.length > 0 && (
        <p className="own-left-out">
          {words().leftOut(leftOut.map((column) => column || words().unnamed).join(', '))}
        </p>
      )}
      {set && <SetFigures set={set} />}
      <span className="data-buttons">
        <button
          type="button"
          className="primary"
          disabled={!set}
          onClick={() => training.choose({ kind: 'keep', choice })}
        >
          {words().train}
        </button>
        <button type="button" onClick={() => store.setState({ intake: null })}>
          {words().dismiss}
        </button>
      </span>
    </section>
  );
}
