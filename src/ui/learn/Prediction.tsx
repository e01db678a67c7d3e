import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { LessonTexts } from './lessonTexts.ts';

interface PredictionProps {
  readonly texts: LessonTexts;
  /** What was guessed; null before a guess. */
  readonly guess: number | null;
  readonly onGuess: (guess: number) => void;
  readonly onReveal: () => void;
}

/** The question, where its answer will be drawn: guess first. */
export function Prediction({ texts, guess, onGuess, onReveal }: PredictionProps) {
  return (
    <section className="prediction" aria-label={dictionary('learn').predict}>
      <p className="prediction-lead">{dictionary('learn').predict}</p>
      <p className="prediction-question">{texts.question}</p>
      <div className="prediction-choices">
        {texts.choices.map((choice, i) => (
          <button key={choice} type="button" aria-pressed={guess === i} onClick={() => onGuess(i)}>
            {choice}
          </button>
        ))}
      </div>
      <button type="button" className="link-button" onClick={onReveal}>
        {dictionary('learn').reveal}
      </button>
    </section>
  );
}

/** How the guess and the answer go together; nothing where nobody guessed. */
export function Verdict({ texts, guess }: { texts: LessonTexts; guess: number | null }) {
  if (guess === null) return null;
  const isRight = guess === texts.right;
  return (
    <p className={isRight ? 'verdict is-right' : 'verdict'} role="status">
      {isRight
        ? dictionary('learn').rightAnswer
        : dictionary('learn').wrongAnswer(texts.choices[texts.right] ?? '')}
    </p>
  );
}
