import { useMemo, useState } from 'react';
import { type QuestionData, questionData } from '#experiment/questions/question.ts';
import { findingFigures } from '#run/questions/figures.ts';
import { questionPoints } from '#run/questions/points.ts';
import '#ui/learn/learn.css';
import '#ui/scale/scale.css';
import './findings.css';
import { Header } from '#ui/page/Header.tsx';
import { useExperiment } from '#ui/page/PageContext.ts';
import { Loading } from '#ui/parts/Loading.tsx';
import { LinkNotices } from '#ui/run/Notices.tsx';
import { FindingChoices } from './FindingChoices.tsx';
import { FindingFigureView } from './FindingFigureView.tsx';
import { FindingNav } from './FindingNav.tsx';
import { FindingText } from './FindingText.tsx';
import { useAnswers } from './useAnswers.ts';

const isAsked = (data: string): data is QuestionData => (questionData as readonly string[]).includes(data);

/** The findings view: what became of the paper's questions, in words beside the figure of what was measured. */
export function FindingsPage({ isCompact }: { isCompact: boolean }) {
  const { question, data: wanted } = useExperiment();
  const [shown, setShown] = useState<Readonly<Record<string, number>>>({});
  const answers = useAnswers(question);
  const there = questionData.filter((set) => answers?.answers.some(({ data }) => data === set));
  const data = isAsked(wanted) && there.includes(wanted) ? wanted : 'digits';
  const place = shown[question] ?? 0;
  const figure = findingFigures[question][place] ?? findingFigures[question][0];
  const points = useMemo(
    () => (answers && figure ? questionPoints(answers.answers, data, figure.part, figure.read) : []),
    [answers, data, figure],
  );
  return (
    <div className={`page is-learn is-findings${isCompact ? ' is-compact' : ''}`}>
      <Header isCompact={isCompact} />
      <aside className="lesson-side">
        <FindingNav />
        {answers && <FindingText question={question} answers={answers} data={data} />}
      </aside>
      <main className="main" tabIndex={-1}>
        <LinkNotices />
        {answers && figure ? (
          <>
            <FindingChoices
              question={question}
              shown={place}
              onShow={(next) => setShown((before) => ({ ...before, [question]: next }))}
              sets={there}
              data={data}
            />
            <FindingFigureView
              key={`${question} ${figure.name}`}
              question={question}
              figure={figure}
              points={points}
              data={data}
            />
          </>
        ) : (
          <Loading />
        )}
      </main>
    </div>
  );
}
