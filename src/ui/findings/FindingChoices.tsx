import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { QuestionData } from '#experiment/questions/question.ts';
import type { QuestionName } from '#experiment/questions/questionNames.ts';
import { findingFigures } from '#run/questions/figures.ts';
import { useChange } from '#ui/page/PageContext.ts';

interface FindingChoicesProps {
  readonly question: QuestionName;
  /** The place of the figure that is shown. */
  readonly shown: number;
  readonly onShow: (shown: number) => void;
  /** Data sets that there are answers on. */
  readonly sets: readonly QuestionData[];
  readonly data: QuestionData;
}

/** Which figure of a question is shown, and on which data. */
export function FindingChoices({ question, shown, onShow, sets, data }: FindingChoicesProps) {
  const change = useChange();
  const { figureLabel, dataLabel, choices } = dictionary('findings');
  const figures = findingFigures[question];
  return (
    <div className="finding-choices">
      {figures.length > 1 && (
        <fieldset className="map-switch">
          <legend className="visually-hidden">{figureLabel}</legend>
          {figures.map(({ name }, i) => (
            <label key={name}>
              <input type="radio" name="finding-figure" checked={shown === i} onChange={() => onShow(i)} />
              {choices[name] ?? name}
            </label>
          ))}
        </fieldset>
      )}
      {sets.length > 1 && (
        <fieldset className="map-switch finding-data">
          <legend className="visually-hidden">{dataLabel}</legend>
          {sets.map((set) => (
            <label key={set}>
              <input
                type="radio"
                name="finding-data"
                checked={data === set}
                onChange={() => change({ data: set })}
              />
              {dictionary('page').choices.data[set]}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
