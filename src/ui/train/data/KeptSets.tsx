import { useEffect } from 'react';
import { identityOf } from '#experiment/derived/dataFacts.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { useChange, useExperiment, useWalkState } from '#ui/page/PageContext.ts';
import { useTraining } from '#ui/train/TrainingContext.ts';
import { identityWords } from './identityWords.ts';

const words = () => dictionary('own');

/** One set that is kept: trained on, or thrown away. */
function KeptSet({ own }: { own: string }) {
  const training = useTraining();
  const change = useChange();
  const isChosen = useExperiment().own === own;
  const identity = identityOf(own);
  if (!identity) return null;
  const { name } = identity;
  return (
    <li>
      <span>
        <strong>{name}</strong> {identityWords(identity)}
      </span>
      <span className="data-buttons">
        {!isChosen && (
          <button type="button" onClick={() => change({ data: 'own', own })}>
            {words().use(name)}
          </button>
        )}
        <button type="button" onClick={() => training.askKept(own)}>
          {words().forget(name)}
        </button>
      </span>
    </li>
  );
}

/** The user's own sets that this browser keeps, whatever was taken in meanwhile. */
export function KeptSets() {
  const training = useTraining();
  const sets = useWalkState((state) => state.keptSets);
  const taken = useWalkState((state) => (state.intake?.status === 'done' ? state.intake.own : null));
  // A set that was just taken in is one of them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when another was taken in.
  useEffect(() => training.askKept(), [training, taken]);
  if (sets.length === 0) return null;
  return (
    <section className="kept-sets" aria-label={words().kept}>
      <p>{words().kept}</p>
      <ul>
        {sets.map((own) => (
          <KeptSet key={own} own={own} />
        ))}
      </ul>
    </section>
  );
}
