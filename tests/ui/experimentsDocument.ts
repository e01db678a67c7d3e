import { type QuestionData, questionData } from '#experiment/questions/question.ts';
import { type QuestionName, questionNames } from '#experiment/questions/questionNames.ts';
import { shortText } from '#plots/numberText.ts';
import type { Answers } from '#run/questions/answers.ts';
import { type FindingFigure, findingFigures } from '#run/questions/figures.ts';
import { lineageOf } from '#run/questions/lineage.ts';
import { questionPoints, seriesPoints } from '#run/questions/points.ts';
import { findings } from '#ui/dictionary/en/findings/findings.ts';
import { findingTexts } from '#ui/dictionary/en/findings/findingTexts.ts';
import { bestLink, findingNumbers } from '#ui/findings/findingNumbers.ts';
import { valueText } from '#ui/findings/findingPlot.ts';
import { answersOf } from '../answersOf.ts';

const seriesName = (series: string) =>
  /^\d+$/.test(series) ? findings.layers(Number(series)) : (findings.series[series] ?? series);

/** A figure's numbers on a set as a table of Markdown: a row a place, a column a curve. */
function tableOf(figure: FindingFigure, { answers }: Answers, data: QuestionData): string[] {
  const points = questionPoints(answers, data, figure.part, figure.read);
  const series = figure.series.filter((name) => seriesPoints(points, name).length > 0);
  const places = [...new Set(points.map(({ x }) => x))];
  const cell = (name: string, x: number) => {
    const point = points.find((one) => one.series === name && one.x === x);
    return point ? valueText(figure, point.mean, point.error) : '';
  };
  return [
    `| ${[findings.axes[figure.x], ...series.map(seriesName)].join(' | ')} |`,
    `|${'---|'.repeat(series.length + 1)}`,
    ...places.map((x) => `| ${[shortText(x, 4), ...series.map((name) => cell(name, x))].join(' | ')} |`),
  ];
}

const dataNames: Readonly<Record<QuestionData, string>> = {
  digits: 'digits that the app draws',
  mnist: 'MNIST',
  phones: 'phones',
};

function figureOf(question: QuestionName, figure: FindingFigure, answers: Answers): string[] {
  const title = findingTexts[question].figures[figure.name] ?? figure.name;
  const sets = questionData.filter((set) => answers.answers.some(({ data }) => data === set));
  return [
    '',
    `![${title}](experiments/${question}-${figure.name}.svg)`,
    ...sets.flatMap((set) => ['', `${title}; ${dataNames[set]}:`, '', ...tableOf(figure, answers, set)]),
  ];
}

function chapterOf(question: QuestionName, i: number): string[] {
  const answers = answersOf(question);
  const { title, question: asked, expected, came } = findingTexts[question];
  const sets = questionData.filter((set) => answers.answers.some(({ data }) => data === set));
  return [
    '',
    `## ${i + 1}. ${title}`,
    '',
    asked,
    '',
    `**${findings.expectedLead}** ${expected}`,
    '',
    ...came(findingNumbers(question, answers.answers)).flatMap((paragraph) => [paragraph, '']),
    `The best on digits: \`#${bestLink(question, answers.answers, 'digits')}\` behind the app's address; the page: \`#view=findings${question === 'gain' ? '' : `&question=${question}`}\`.`,
    ...findingFigures[question].flatMap((figure) => figureOf(question, figure, answers)),
    '',
    ...sets.map((set) => `* ${dataNames[set]}: ${findings.ran(lineageOf(answers, set))}`),
  ];
}

/** docs/EXPERIMENTS.md as the answers and the English words make it. */
export const experimentsDocument = (): string =>
  [
    '# Experiments',
    '',
    'The paper’s questions, answered by experiment: the numbers are those of [docs/experiments](experiments), a line a training, which `npm run experiments` makes (`-- --small` in minutes; it goes on where it was left). The app shows the same as its *Findings*. Nothing here quotes the paper’s figures: of it only the abstract and the formulas are known to the project.',
    '',
    'This page is written by a program from the numbers and the app’s English words: `UPDATE_DOCUMENT=1 npx vitest run --project unit tests/ui/findings.test.ts`; its pictures by `npm run experiments:figures` of the built app.',
    ...questionNames.flatMap(chapterOf),
    '',
  ].join('\n');
