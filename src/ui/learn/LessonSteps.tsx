import { lazy, type MouseEvent, Suspense, useState } from 'react';
import { lessonNames } from '#state/lessons/lessonNames.ts';
import { learnWords } from './learnWords.ts';
import type { LectureAction } from './lectureKeys.ts';
import { openPresenter } from './openPresenter.ts';
import type { Lecture } from './useLecture.ts';

const TeachingDialog = lazy(() =>
  import('./TeachingDialog.tsx').then((file) => ({ default: file.TeachingDialog })),
);

/** Steps through the lessons, and what a lecturer needs. In a lecture only the place is shown. */
export function LessonSteps({ lecture }: { lecture: Lecture }) {
  const { lesson, isOn, act } = lecture;
  const [isTeaching, setTeaching] = useState(false);
  if (isOn) return <p className="lesson-place">{learnWords.of(lesson, lessonNames.length)}</p>;
  const step = (action: LectureAction) => (event: MouseEvent<HTMLButtonElement>) => {
    event.currentTarget.blur();
    act(action);
  };
  return (
    <div className="lesson-steps">
      <div className="run-buttons">
        <button type="button" onClick={step('previous')}>
          {learnWords.previous}
        </button>
        <button type="button" className="primary" onClick={step('next')}>
          {learnWords.next}
        </button>
      </div>
      <div className="lesson-tools">
        <button type="button" className="link-button" title={learnWords.presentHelp} onClick={lecture.begin}>
          {learnWords.present}
        </button>
        <button type="button" className="link-button" onClick={openPresenter}>
          {learnWords.notesWindow}
        </button>
        <button type="button" className="link-button" onClick={() => setTeaching(true)}>
          {learnWords.teachers}
        </button>
        <button type="button" className="link-button" onClick={() => act('help')}>
          {learnWords.keysHelp}
        </button>
      </div>
      {isTeaching && (
        <Suspense fallback={null}>
          <TeachingDialog onClose={() => setTeaching(false)} />
        </Suspense>
      )}
    </div>
  );
}
