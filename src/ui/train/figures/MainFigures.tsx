import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { useExperiment } from '#ui/page/PageContext.ts';
import { Loading } from '#ui/parts/Loading.tsx';
import { lazyPart } from '#ui/parts/lazyPart.tsx';
import { HeatFigure } from './HeatFigure.tsx';
import { LayerFigure } from './LayerFigure.tsx';

const AnswerFigures = lazyPart('insight', () =>
  import('#ui/train/answers/AnswerFigures.tsx').then(({ AnswerFigures }) => AnswerFigures),
);

const words = () => dictionary('answers');

/** Norms through the layers above, steps below. */
function LayerFigures() {
  return (
    <div className="layer-figures">
      <LayerFigure pass="backward" isLast={false} />
      <LayerFigure pass="weights" isLast={false} />
      <LayerFigure pass="forward" isLast={false} />
      <HeatFigure />
    </div>
  );
}

interface MainFiguresProps {
  readonly isAnswers: boolean;
  readonly onChange: (isAnswers: boolean) => void;
}

/** The network's layers, or its answers: what one looks at while it trains. */
export function MainFigures({ isAnswers, onChange }: MainFiguresProps) {
  const { task } = useExperiment();
  return (
    <div className="main-figures">
      <fieldset className="main-switch">
        <legend className="visually-hidden">{words().switchLabel}</legend>
        {[false, true].map((choice) => (
          <label key={String(choice)}>
            <input
              type="radio"
              name="train-figures"
              checked={isAnswers === choice}
              onChange={() => onChange(choice)}
            />
            {choice ? words()[task] : words().layers}
          </label>
        ))}
      </fieldset>
      {isAnswers ? <AnswerFigures waiting={<Loading />} /> : <LayerFigures />}
    </div>
  );
}
