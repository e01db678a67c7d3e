import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { withPageOf } from '#experiment/lessons/lessonExperiment.ts';
import { formatLink, parseLink } from '#experiment/link/linkCodec.ts';
import type { QuestionData } from '#experiment/questions/question.ts';
import type { QuestionName } from '#experiment/questions/questionNames.ts';
import type { Answers } from '#run/questions/answers.ts';
import { lineageOf } from '#run/questions/lineage.ts';
import { useExperiment } from '#ui/page/PageContext.ts';
import { bestLink, findingNumbers } from './findingNumbers.ts';

interface FindingTextProps {
  readonly question: QuestionName;
  readonly answers: Answers;
  readonly data: QuestionData;
}

/** The experiment that the text speaks of most: to be opened. */
function OpenLink({ link }: { link: string }) {
  const present = useExperiment();
  const { experiment } = parseLink(`#${link}`);
  return (
    <p className="lesson-links">
      <a href={`#${formatLink(withPageOf(experiment, present))}`}>{dictionary('findings').open}</a>
    </p>
  );
}

/** The words of a question: what was asked, what one would expect, what came out, and how it was made. */
export function FindingText({ question, answers, data }: FindingTextProps) {
  const { title, question: asked, expected, came } = dictionary('findingTexts')[question];
  const { expectedLead, ranTitle, ran } = dictionary('findings');
  return (
    <article className="lesson">
      <h2>{title}</h2>
      <p>{asked}</p>
      <p className="finding-expected">
        <strong>{expectedLead}</strong> {expected}
      </p>
      {came(findingNumbers(question, answers.answers)).map((paragraph, i) => (
        <p key={paragraph} className={i === 0 ? 'lesson-reveal' : ''}>
          {paragraph}
        </p>
      ))}
      <OpenLink link={bestLink(question, answers.answers, data)} />
      <details className="lesson-formula">
        <summary>{ranTitle}</summary>
        <p>{ran(lineageOf(answers, data))}</p>
      </details>
    </article>
  );
}
