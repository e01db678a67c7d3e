import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { isAboutVariance } from '#experiment/lessons/lessonExperiment.ts';
import './learn.css';
import '#ui/learn/lecture/lecture.css';
import { useEffect, useRef, useState } from 'react';
import { useLecture } from '#ui/learn/lecture/useLecture.ts';
import { useLectureStyle } from '#ui/learn/lecture/useLectureStyle.ts';
import { Header } from '#ui/page/Header.tsx';
import { useExperiment } from '#ui/page/PageContext.ts';
import { lazyPart } from '#ui/parts/lazyPart.tsx';
import { Notices } from '#ui/run/Notices.tsx';
import { StyleContext, usePageStyle } from '#ui/theme/StyleContext.ts';
import { LessonFigure } from './LessonFigure.tsx';
import { LessonNav } from './LessonNav.tsx';
import { LessonSteps } from './LessonSteps.tsx';
import { LessonText } from './LessonText.tsx';
import { lessonTexts } from './lessonTexts.ts';
import { Prediction, Verdict } from './Prediction.tsx';

const KeyHelp = lazyPart('keys', () =>
  import('#ui/learn/lecture/KeyHelp.tsx').then(({ KeyHelp }) => KeyHelp),
);

/** The learn view: a lesson's words beside its live figure; the same page, larger, is the lecture. */
export function LearnPage({ isCompact }: { isCompact: boolean }) {
  const { lesson, depth } = useExperiment();
  const lecture = useLecture();
  const [guesses, setGuesses] = useState<Readonly<Record<number, number>>>({});
  const style = useLectureStyle(usePageStyle(), lecture.isOn);
  const texts = lessonTexts(lesson, dictionary('lessons'));
  const guess = guesses[lesson] ?? null;
  const { isOn, isRevealed } = lecture;
  const main = useRef<HTMLElement>(null);

  useEffect(() => {
    document.documentElement.classList.toggle('is-lecture', isOn);
    return () => document.documentElement.classList.remove('is-lecture');
  }, [isOn]);

  // The question went with the button that answered it: the figure takes the focus over.
  useEffect(() => {
    if (isRevealed && !isOn && document.activeElement === document.body) main.current?.focus();
  }, [isRevealed, isOn]);

  function onGuess(choice: number): void {
    setGuesses((before) => ({ ...before, [lesson]: choice }));
    lecture.reveal();
  }

  return (
    <StyleContext value={style}>
      <div
        className={[
          'page is-learn',
          isCompact ? 'is-compact' : '',
          isOn ? 'is-on' : '',
          depth === 1 ? 'is-one-layer' : '',
          isAboutVariance(lesson) ? 'is-about-variance' : '',
        ].join(' ')}
      >
        {!isOn && <Header isCompact={isCompact} />}
        <aside className="lesson-side">
          {isOn ? (
            <h1 className="visually-hidden">{dictionary('page').title}</h1>
          ) : (
            <LessonNav lecture={lecture} />
          )}
          <LessonText texts={texts} lecture={lecture} />
          <LessonSteps lecture={lecture} />
        </aside>
        <main ref={main} className="main" tabIndex={-1}>
          <Notices />
          {isRevealed ? (
            <>
              {!isOn && <Verdict texts={texts} guess={guess} />}
              <LessonFigure />
            </>
          ) : (
            <Prediction texts={texts} guess={guess} onGuess={onGuess} onReveal={lecture.reveal} />
          )}
        </main>
        {lecture.isBlank && (
          <button
            type="button"
            className="blank"
            aria-label={dictionary('learn').blank}
            onClick={() => lecture.act('blank')}
          />
        )}
        {lecture.isHelpOpen && (
          <KeyHelp waiting={null} giveUp={lecture.closeHelp} onClose={lecture.closeHelp} />
        )}
      </div>
    </StyleContext>
  );
}
