import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { lessonNames } from '#experiment/lessons/lessonNames.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import type { LectureAction } from '#ui/learn/lecture/lectureKeys.ts';
import { openPresenter } from '#ui/learn/lecture/openPresenter.ts';
import type { Lecture } from '#ui/learn/lecture/useLecture.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';

const TeachingDialog = lazyPart('teaching', () =>
  loadWith('teaching', () => import('./TeachingDialog.tsx')).then((file) => file.TeachingDialog),
);

/** Steps through the lessons, and what a lecturer needs. In a lecture only the place is shown. */
export function LessonSteps({ lecture }: { lecture: Lecture }) {
  const { lesson, isOn, act } = lecture;
  const [isTeaching, setTeaching] = useState(false);
  const closeTeaching = () => setTeaching(false);
  const present = useRef<HTMLButtonElement>(null);
  const wasOn = useRef(false);
  // The lecture took its button away; left, it gives the focus back.
  useEffect(() => {
    if (wasOn.current && !isOn) present.current?.focus();
    wasOn.current = isOn;
  }, [isOn]);
  if (isOn) return <p className="lesson-place">{dictionary('learn').of(lesson, lessonNames.length)}</p>;
  const step = (action: LectureAction) => (event: MouseEvent<HTMLButtonElement>) => {
    // A click by the mouse leaves the keys to the page; one by a key keeps its button for the next.
    if (event.detail > 0) event.currentTarget.blur();
    act(action);
  };
  return (
    <div className="lesson-steps">
      <div className="run-buttons">
        <button type="button" onClick={step('previous')}>
          {dictionary('learn').previous}
        </button>
        <button type="button" className="primary" onClick={step('next')}>
          {dictionary('learn').next}
        </button>
      </div>
      <div className="lesson-tools">
        <button
          ref={present}
          type="button"
          className="link-button"
          title={dictionary('learn').presentHelp}
          onClick={lecture.begin}
        >
          {dictionary('learn').present}
        </button>
        <button type="button" className="link-button" onClick={openPresenter}>
          {dictionary('learn').notesWindow}
        </button>
        <button
          type="button"
          className="link-button"
          aria-haspopup="dialog"
          onClick={() => setTeaching(true)}
        >
          {dictionary('learn').teachers}
        </button>
        <button type="button" className="link-button" aria-haspopup="dialog" onClick={() => act('help')}>
          {dictionary('learn').keysHelp}
        </button>
      </div>
      {isTeaching && <TeachingDialog waiting={null} giveUp={closeTeaching} onClose={closeTeaching} />}
    </div>
  );
}
