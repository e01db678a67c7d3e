import { useRef } from 'react';
import { dataFacts } from '#experiment/derived/dataFacts.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { createExamplePlot } from '#plots/examplePlot.ts';
import { createSurfacePlot } from '#plots/surfacePlot.ts';
import { saidClasses } from '#run/train/speechFacts.ts';
import { useExperiment } from '#ui/page/PageContext.ts';
import { classNameOf, type Examples, exampleData, type StartedRun } from '#ui/train/figures/exampleData.ts';
import { useTrainPlot } from '#ui/train/figures/TrainSceneContext.ts';
import { SaveTraining } from '#ui/train/SaveTraining.tsx';
import { useTrainRecord } from '#ui/train/useTrainRecord.ts';

const words = () => dictionary('answers');

/** Pictures with what the network makes of them, or points over the plane as the network sees it. */
function WorstCanvas({ isPlane, title }: { isPlane: boolean; title: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const known = useRef<{ answers: unknown; key: string } | null>(null);
  useTrainPlot(
    canvas,
    () =>
      canvas.current && {
        pictures: createExamplePlot(canvas.current),
        surface: createSurfacePlot(canvas.current),
      },
    (plots, { record }, size, style) => {
      const key = [size.widthPx, size.heightPx, style.palette.paper, isPlane].join();
      const answers = record?.answers;
      if (known.current?.answers === answers && known.current?.key === key) return false;
      known.current = { answers, key };
      if (!record?.started || !answers) {
        plots.pictures.draw({ ...size, style, examples: [] });
        return false;
      }
      const { worst } = answers;
      const { task } = record.experiment;
      if (isPlane && record.surface) {
        const { inputs: points, labels } = worst;
        plots.surface.draw({ ...size, style, surface: record.surface, points, labels, radiusPx: 4 });
      } else plots.pictures.draw({ ...size, style, examples: exampleData(worst, record.started, task) });
      return false;
    },
  );
  return <canvas ref={canvas} role="img" aria-label={title} />;
}

/** Each of the worst in words: what it is, what the network says, and how sure it is. */
function worstTexts(worst: Examples, started: StartedRun): readonly string[] {
  const said = saidClasses(worst);
  return Array.from(said, (answer, i) => {
    const truth = classNameOf(started, worst.labels[i] ?? 0);
    const share = worst.outputs[i * started.outputs + answer] ?? 0;
    return words().said(truth, classNameOf(started, answer), share);
  });
}

/** The unseen samples of the highest loss, highest first. Of sound they are named, not drawn. */
export function WorstFigure() {
  const experiment = useExperiment();
  const { task } = experiment;
  const answers = useTrainRecord((record) => record?.answers ?? null);
  const started = useTrainRecord((record) => record?.started ?? null);
  const { isPlane: isOfPlane, classNames } = dataFacts(experiment);
  const isPlane = (started?.isPlane ?? isOfPlane) && task === 'classify';
  const isSound = classNames !== null;
  const title = task === 'classify' ? words().worst : words().worstEncoded;
  const texts = task === 'classify' && answers && started ? worstTexts(answers.worst, started) : [];
  return (
    <figure className="worst-figure">
      <figcaption>
        {title}
        {task === 'classify' && !isPlane && !isSound && (
          <span className="caption-key">{dictionary('train').examples.key}</span>
        )}
      </figcaption>
      {!isSound && (
        <div className="answers-canvas">
          <WorstCanvas isPlane={isPlane} title={title} />
        </div>
      )}
      {texts.length > 0 && (
        <ol className={isSound ? 'worst-list' : 'visually-hidden'}>
          {texts.map((text, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what an entry is: the worst, the next.
            <li key={i}>{text}</li>
          ))}
        </ol>
      )}
      <SaveTraining figure="worst" />
    </figure>
  );
}
