import { theoryOf } from '#experiment/derived/theoryOf.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { walkFacts } from '#run/walk/walkFacts.ts';
import { usePage, useShown, useWalkState } from '#ui/page/PageContext.ts';
import { type FactName, measuredWords, theoryWords } from './factWords.ts';

const facts = () => dictionary('page').facts;

/** What the figures of the variance and of the ends show, in words: they are described by it, once a run has ended. */
export function FigureTexts() {
  const { walk } = usePage();
  const { experiment, found } = useShown();
  const isDone = useWalkState((state) => state.run.status === 'done');
  const { kind } = theoryOf(experiment, found);
  const shown = isDone ? walkFacts(experiment, found, walk.live.getState()) : null;
  const said = (name: FactName) =>
    shown &&
    `${facts()[name]}: ${facts().measured} ${measuredWords(name, shown[name].measured)}, ${facts().theory[kind]} ${theoryWords(name, shown[name].theory)}`;
  return (
    <div className="visually-hidden">
      <p id="said-variance">{said('slope')}</p>
      <p id="said-end">{said('within')}</p>
    </div>
  );
}
