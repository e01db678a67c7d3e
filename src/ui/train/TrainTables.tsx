import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { numberText, percentText } from '#plots/numberText.ts';
import { thinnedLayers } from '#plots/thinnedLayers.ts';
import { relativeNorms } from '#run/train/trainFacts.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';
import type { Pass } from '#theory/pass.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { useRestedRecord } from './useRestedRecord.ts';

/** Rows that one listens to, at most about. */
const mostRows = 10;
const passes: readonly Pass[] = ['backward', 'weights', 'forward'];
const words = () => dictionary('train');

/** Losses and shares of right answers where held-out samples were looked at, the last one among them. */
function StepTable({ record }: { record: TrainRecord }) {
  const { heldOut, losses, experiment } = record;
  const { training, heldOut: unseen, steps } = words().loss;
  const isClassified = experiment.task === 'classify';
  const looks = thinnedLayers(heldOut.length - 1, mostRows).flatMap((i) => heldOut[i] ?? []);
  const title = words().loss[experiment.task];
  return (
    <table>
      <caption>{words().tables.steps}</caption>
      <thead>
        <tr>
          <th scope="col">{steps}</th>
          <th scope="col">{`${title}, ${training}`}</th>
          <th scope="col">{`${title}, ${unseen}`}</th>
          {isClassified && <th scope="col">{`${words().accuracy}, ${unseen}`}</th>}
        </tr>
      </thead>
      <tbody>
        {looks.map(({ step, loss, accuracy }) => (
          <tr key={step}>
            <th scope="row">{step}</th>
            <td>{step === 0 ? words().tables.none : numberText(losses[step - 1] ?? Number.NaN, 3)}</td>
            <td>{numberText(loss, 3)}</td>
            {isClassified && <td>{percentText(accuracy)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The three log-norms through the layers, now. */
function LayerTable({ record }: { record: TrainRecord }) {
  const last = record.norms.at(-1);
  if (!last) return null;
  const columns = passes.map((pass) => ({ pass, values: relativeNorms(last, pass) }));
  return (
    <table>
      <caption>{words().tables.layers(last.step)}</caption>
      <thead>
        <tr>
          <th scope="col">{words().panels.layers}</th>
          {passes.map((pass) => (
            <th key={pass} scope="col">
              {words().panels[pass]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {thinnedLayers(record.experiment.depth, mostRows).map((layer) => (
          <tr key={layer}>
            <th scope="row">{layer}</th>
            {columns.map(({ pass, values }) => (
              <td key={pass}>{numberText(values[layer] ?? Number.NaN, 3)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The figures of a training as numbers, for whoever reads them by ear; filled in where it rests. */
export function TrainTables() {
  const record = useRestedRecord();
  const isHidden = useHidden();
  if (isHidden('table') || !record?.started) return null;
  return (
    <div className="visually-hidden">
      <StepTable record={record} />
      <LayerTable record={record} />
    </div>
  );
}
