import { useRef } from 'react';
import { dataFacts } from '#experiment/derived/dataFacts.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { createExamplePlot } from '#plots/examplePlot.ts';
import { createSurfacePlot } from '#plots/surfacePlot.ts';
import { useExperiment } from '#ui/page/PageContext.ts';
import { SaveTraining } from '#ui/train/SaveTraining.tsx';
import { exampleData } from './exampleData.ts';
import { useTrainPlot } from './TrainSceneContext.ts';

const words = () => dictionary('train').examples;

/** Unseen pictures with the network's answers. */
function PictureExamples({ title }: { title: string }) {
  const { task } = useExperiment();
  const canvas = useRef<HTMLCanvasElement>(null);
  const known = useRef<{ examples: unknown; key: string } | null>(null);
  useTrainPlot(
    canvas,
    () => canvas.current && createExamplePlot(canvas.current),
    (plot, { record }, size, style) => {
      const key = [size.widthPx, size.heightPx, style.palette.paper].join();
      if (known.current?.examples === record?.examples && known.current?.key === key) return false;
      known.current = { examples: record?.examples, key };
      const { examples = null, started = null } = record ?? {};
      plot.draw({
        ...size,
        style,
        examples: examples && started ? exampleData(examples, started, task) : [],
      });
      return false;
    },
  );
  return <canvas ref={canvas} role="img" aria-label={title} />;
}

/** The plane of the data as the network sees it. */
function SurfaceExamples() {
  const canvas = useRef<HTMLCanvasElement>(null);
  useTrainPlot(
    canvas,
    () => canvas.current && createSurfacePlot(canvas.current),
    (plot, { record }, size, style) => {
      if (!record?.surface || !record.examples) return false;
      const { inputs, labels } = record.examples;
      plot.draw({ ...size, style, surface: record.surface, points: inputs, labels, radiusPx: 2.2 });
      return false;
    },
  );
  return <canvas ref={canvas} role="img" aria-label={words().surface} />;
}

/** Samples that the network was not trained on, with what it makes of them. */
export function ExampleFigure() {
  const experiment = useExperiment();
  const { task } = experiment;
  const isPlane = dataFacts(experiment).planeExtent !== null;
  const title = isPlane ? words().surface : words()[task];
  return (
    <figure className="example-figure">
      <figcaption>
        {title}
        {!isPlane && task === 'classify' && <span className="caption-key"> {words().key}</span>}
      </figcaption>
      <div className="example-canvas">
        {isPlane ? <SurfaceExamples /> : <PictureExamples title={title} />}
      </div>
      <SaveTraining figure="examples" />
    </figure>
  );
}
