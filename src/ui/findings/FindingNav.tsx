import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { questionNames } from '#experiment/questions/questionNames.ts';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';

/** The questions as a row of numbers. */
export function FindingNav() {
  const { question } = useExperiment();
  const change = useChange();
  const { nav, of } = dictionary('findings');
  return (
    <nav className="lesson-nav" aria-label={nav}>
      <ol>
        {questionNames.map((name, i) => (
          <li key={name}>
            <button
              type="button"
              aria-label={`${of(i + 1, questionNames.length)}: ${dictionary('findingTexts')[name].title}`}
              title={dictionary('findingTexts')[name].title}
              aria-current={question === name ? 'step' : undefined}
              onClick={() => change({ question: name })}
            >
              {i + 1}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
