import { useEffect, useState } from 'react';
import type { QuestionName } from '#experiment/questions/questionNames.ts';
import type { Answers } from '#run/questions/answers.ts';
import { loadAnswers } from './answerFiles.ts';

interface Loaded {
  readonly question: QuestionName;
  readonly answers: Answers;
}

/** The answers to a question; null until they have come. A failure is thrown to the boundary around. */
export function useAnswers(question: QuestionName): Answers | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let isLeft = false;
    loadAnswers(question).then(
      (answers) => !isLeft && setLoaded({ question, answers }),
      (error: unknown) => !isLeft && setFailure(error),
    );
    return () => {
      isLeft = true;
    };
  }, [question]);
  if (failure !== null) throw failure;
  return loaded?.question === question ? loaded.answers : null;
}
