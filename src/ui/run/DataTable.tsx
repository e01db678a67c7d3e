import { theoryOf } from '#experiment/derived/theoryOf.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { measuredText, numberText } from '#plots/numberText.ts';
import { thinnedLayers } from '#plots/thinnedLayers.ts';
import { walkFacts } from '#run/walk/walkFacts.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { usePage, useShown, useWalkState } from '#ui/page/PageContext.ts';
import { type FactName, measuredWords, theoryWords } from './factWords.ts';

const words = () => dictionary('page').table;
const facts = () => dictionary('page').facts;

/** The figures as numbers at about ten layers, for whoever reads them by ear; filled in when a run ends. */
export function DataTable() {
  const { walk } = usePage();
  const { experiment, found } = useShown();
  const isHidden = useHidden();
  const isDone = useWalkState((state) => state.run.status === 'done');
  if (isHidden('table')) return null;
  const { mean, variance, kind } = theoryOf(experiment, found);
  const moments = isDone ? walk.live.getState()?.moments : null;
  const measured = (value: number | undefined, error: number | undefined) =>
    value === undefined || error === undefined ? facts().none : measuredText(value, error);
  // Theory may end before the last layer.
  const stated = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? facts().none : numberText(value, 4);
  const shown = isDone ? walkFacts(experiment, found, walk.live.getState()) : null;
  const said = (name: FactName) =>
    shown &&
    `${facts()[name]}: ${facts().measured} ${measuredWords(name, shown[name].measured)}, ${facts().theory[kind]} ${theoryWords(name, shown[name].theory)}`;
  return (
    <div className="visually-hidden">
      {/* What the figures of the variance and of the ends show: they are described by it. */}
      <p id="said-variance">{said('slope')}</p>
      <p id="said-end">{said('within')}</p>
      <table>
        <caption>{words().caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words().layer}</th>
            <th scope="col">{`${words().mean}, ${facts().measured}`}</th>
            <th scope="col">{`${words().mean}, ${facts().theory[kind]}`}</th>
            <th scope="col">{`${words().variance}, ${facts().measured}`}</th>
            <th scope="col">{`${words().variance}, ${facts().theory[kind]}`}</th>
          </tr>
        </thead>
        <tbody>
          {thinnedLayers(experiment.depth, 10).map((k) => (
            <tr key={k}>
              <th scope="row">{k}</th>
              <td>{measured(moments?.mean[k], moments?.stderrMean[k])}</td>
              <td>{stated(mean[k])}</td>
              <td>{measured(moments?.variance[k], moments?.stderrVariance[k])}</td>
              <td>{stated(variance?.[k])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
