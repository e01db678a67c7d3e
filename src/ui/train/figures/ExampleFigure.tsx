import { useRef } from 'react';
import { dataFacts } from '#experiment/derived/dataFacts.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { createExamplePlot } from '#plots/examplePlot.ts';
import { classColors, createSurfacePlot } from '#plots/surfacePlot.ts';
import { useExperiment } from '#ui/page/PageContext.ts';
import { usePageStyle } from '#ui/theme/StyleContext.ts';
import { SaveTraining } from '#ui/train/SaveTraining.tsx';
import { useTrainRecord } from '#ui/train/useTrainRecord.ts';
import { exampleData } from './exampleData.ts';
import { useTrainPlot } from './TrainSceneContext.ts';

/** Colours that words can be read in. */
const mostNamed = 4;

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

/** Which colour of the plane is which class, where classes have names and few. */
function ClassKey() {
  const names = useTrainRecord((record) => record?.started?.classNames ?? null);
  const { palette } = usePageStyle();
  const colors = classColors(palette).slice(0, mostNamed);
  if (!names || names.length > colors.length) return null;
  return names.map((name, i) => (
    <span key={name} style={{ color: colors[i] }}>
      {' '}
      {name}
    </span>
  ));
}

/** Samples that the network was not trained on, with what it makes of them. */
export function ExampleFigure() {
  const experiment = useExperiment();
  const { task } = experiment;
  // Data of one's own that are not here have digits in their place.
  const isPlane =
    useTrainRecord((record) => record?.started?.isPlane ?? null) ?? dataFacts(experiment).isPlane;
  const title = isPlane ? words().surface : words()[task];
  return (
    <figure className="example-figure">
      <figcaption>
        {title}
        {isPlane && <ClassKey />}
        {!isPlane && task === 'classify' && <span className="caption-key"> {words().key}</span>}
      </figcaption>
      <div className="example-canvas">
        {isPlane ? <SurfaceExamples /> : <PictureExamples title={title} />}
      </div>
      <SaveTraining figure="examples" />
    </figure>
  );
}
