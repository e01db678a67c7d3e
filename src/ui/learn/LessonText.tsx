import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { lessonExperiment, onwardExperiment } from '#experiment/lessons/lessonExperiment.ts';
import { lessonName } from '#experiment/lessons/lessonNames.ts';
import { lessons } from '#experiment/lessons/lessons.ts';
import { formatLink } from '#experiment/link/linkCodec.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import type { Lecture } from '#ui/learn/lecture/useLecture.ts';
import { useChange, useExperiment } from '#ui/page/PageContext.ts';
import { Formula } from './Formula.tsx';
import type { LessonTexts } from './lessonTexts.ts';

/** What may be done with the lesson once its figure is shown. */
function Onward({ tryIt }: { tryIt: string }) {
  const experiment = useExperiment();
  const change = useChange();
  const isHidden = useHidden();
  const onward = onwardExperiment(experiment);
  const isOwn = formatLink(lessonExperiment(experiment.lesson, experiment)) === formatLink(experiment);
  return (
    <>
      <p className="lesson-try">
        <strong>{dictionary('learn').tryIt}</strong> {tryIt}
      </p>
      <p className="lesson-links">
        {!isHidden('tabs') && (
          <a
            href={`#${formatLink(onward)}`}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              change(onward);
            }}
          >
            {dictionary('learn').onward[lessons[lessonName(experiment.lesson)].onward.view]}
          </a>
        )}
        {!isOwn && (
          <button
            type="button"
            className="link-button"
            onClick={() => change(lessonExperiment(experiment.lesson, experiment))}
          >
            {dictionary('learn').reset}
          </button>
        )}
      </p>
    </>
  );
}

/** The words of a lesson: what to know, and, once the figure is shown, what it shows. A lecture shows one of them. */
export function LessonText({ texts, lecture }: { texts: LessonTexts; lecture: Lecture }) {
  const { isOn, isRevealed } = lecture;
  return (
    <article className="lesson" aria-live="polite">
      <h2>{texts.title}</h2>
      {!(isOn && isRevealed) && texts.text.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
      {isRevealed && <p className={isOn ? '' : 'lesson-reveal'}>{texts.reveal}</p>}
      {!isOn && isRevealed && <Onward tryIt={texts.experiment} />}
      {!isOn && (
        <details className="lesson-formula">
          <summary>{dictionary('learn').formula}</summary>
          <Formula tex={texts.formula} />
        </details>
      )}
    </article>
  );
}
