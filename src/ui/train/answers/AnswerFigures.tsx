import './answers.css';
import { useExperiment } from '#ui/page/PageContext.ts';
import { ConfusionFigure } from './ConfusionFigure.tsx';
import { WorstFigure } from './WorstFigure.tsx';

/** What the network makes of what it has not seen: class by class, or what it gives back worst. */
export function AnswerFigures() {
  const { task } = useExperiment();
  return <div className="answer-figures">{task === 'classify' ? <ConfusionFigure /> : <WorstFigure />}</div>;
}
