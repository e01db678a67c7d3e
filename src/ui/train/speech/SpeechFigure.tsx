import { useRef } from 'react';
import './speech.css';
import { dataFacts } from '#experiment/derived/dataFacts.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { createSpeechPlot, type SpeechRow } from '#plots/speechPlot.ts';
import { classStretches, errorsOf, saidClasses, shareRight } from '#run/train/speechFacts.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';
import { Help } from '#ui/overlay/Help.tsx';
import { useExperiment } from '#ui/page/PageContext.ts';
import { useTrainPlot } from '#ui/train/figures/TrainSceneContext.ts';
import { SaveTraining } from '#ui/train/SaveTraining.tsx';
import { useTrainRecord } from '#ui/train/useTrainRecord.ts';
import { useSpeech } from './useSpeech.ts';

const words = () => dictionary('train').speech;

/** What is said, and what the network makes of it: rows along the sound, and the same in a sentence. */
function linesOf(
  record: TrainRecord,
  examples: NonNullable<TrainRecord['examples']>,
  names: readonly string[],
) {
  const { heard, labels } = examples;
  if (!heard) return { rows: [], sentence: '' };
  const nameOf = (label: number) => names[label] ?? String(label);
  // A frame's class is that of its middle: it stands there, one hop wide.
  const before = (heard.frameSamples - heard.hopSamples) / 2;
  const placeOf = (frame: number) => (before + frame * heard.hopSamples) / heard.sound.length;
  const marksOf = (classes: Uint8Array) =>
    classStretches(classes, labels).map(({ from, to, label, isRight }) => ({
      from: placeOf(from),
      to: placeOf(to),
      label: nameOf(label),
      isRight,
    }));
  const said = { title: words().said, marks: marksOf(labels) };
  const spoken = said.marks.map(({ label }) => label).join(' ');
  if (record.experiment.task === 'encode') {
    const constant = record.started?.constantError ?? 1;
    const levels = errorsOf(examples).map((error) => error / (2 * constant));
    const error: SpeechRow = { title: words().error, levels, from: placeOf(0), to: placeOf(labels.length) };
    return { rows: [said, error], sentence: words().spoken(spoken) };
  }
  const classes = saidClasses(examples);
  const heardAs = { title: words().network, marks: marksOf(classes) };
  return {
    rows: [said, heardAs],
    sentence: `${words().spoken(spoken)} ${words().named(shareRight(classes, labels), labels.length)}`,
  };
}

/** An unseen speaker's utterance: heard, seen, and named frame by frame by the network as it is now. */
export function SpeechFigure() {
  const experiment = useExperiment();
  const canvas = useRef<HTMLCanvasElement>(null);
  const speech = useSpeech();
  const heard = useTrainRecord((record) => record?.examples?.heard ?? null);
  const known = useRef<{ examples: unknown; key: string } | null>(null);
  const names = dataFacts(experiment).classNames ?? [];
  useTrainPlot(
    canvas,
    () => canvas.current && createSpeechPlot(canvas.current),
    (plot, { record }, size, style) => {
      const examples = record?.examples;
      if (!record || !examples?.heard || !canvas.current) return false;
      const played = speech.played();
      const key = [size.widthPx, size.heightPx, style.palette.paper, played].join();
      if (known.current?.examples === examples && known.current.key === key) return played !== null;
      known.current = { examples, key };
      const { spectrogram, columns, lines, rate, sound } = examples.heard;
      const { rows, sentence } = linesOf(record, examples, names);
      canvas.current.ariaLabel = sentence;
      const seconds = sound.length / rate;
      plot.draw({
        ...size,
        style,
        spectrogram,
        columns,
        lines,
        seconds,
        kilohertz: rate / 2000,
        rows,
        played,
      });
      return played !== null;
    },
  );
  return (
    <figure className="speech-figure">
      <figcaption>
        <Help word={words().title[experiment.task]}>{words().names}</Help>
        {experiment.task === 'classify' && <span className="caption-key">{words().key}</span>}
        {heard && 'AudioContext' in globalThis && (
          <button type="button" onClick={() => speech.toggle(heard)}>
            {speech.isPlaying ? words().stop : words().play}
          </button>
        )}
      </figcaption>
      <div className="speech-canvas">
        <canvas ref={canvas} role="img" aria-label={words().title[experiment.task]} />
      </div>
      <SaveTraining figure="examples" />
    </figure>
  );
}
