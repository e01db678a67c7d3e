import { useSyncExternalStore } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { numberText } from '#plots/numberText.ts';
import { thinnedLayers } from '#plots/thinnedLayers.ts';
import type { Insight, InsightName, InsightRecord } from '#run/insight.ts';
import { useExperiment } from '#ui/page/PageContext.ts';

interface Props {
  readonly name: InsightName;
  readonly insight: Insight;
}

function knownText(name: InsightName, { settings: { nonlinearity } }: InsightRecord): string {
  const { known } = dictionary('insight')[name];
  return nonlinearity === 'relu' || nonlinearity === 'linear' ? known[nonlinearity] : known.other;
}

/** What a look shows, how far it is, and what of the experiment it leaves out. */
export function InsightWords({ name, insight }: Props) {
  const { width, residual, tied, norm } = useExperiment();
  const record = useSyncExternalStore(insight.subscribe, insight.record);
  const failure = useSyncExternalStore(insight.subscribe, insight.failure);
  const { settings, found } = record;
  const progress = found?.done
    ? dictionary('insight').looked(settings.networks)
    : dictionary('insight').looking(found?.networks ?? 0, settings.networks);
  const remarks = [
    width > settings.width ? dictionary('insight').capped(settings.width, width) : '',
    dictionary('insight').plain(residual > 0, tied === 1, norm !== 'none'),
  ];
  return (
    <div className="insight-words">
      <p>{dictionary('insight')[name].what}</p>
      <p>{knownText(name, record)}</p>
      <p role="status">
        {failure === ''
          ? [progress, ...remarks].filter(Boolean).join('. ')
          : dictionary('insight').failed(failure)}
      </p>
    </div>
  );
}

/** A look's figure as numbers, for whoever reads by ear; filled in when it is done. */
export function InsightTable({ name, insight }: Props) {
  const { found } = useSyncExternalStore(insight.subscribe, insight.record);
  if (!found?.done) return null;
  const columns =
    found.kind === 'alignment'
      ? ([
          [dictionary('insight').alignment.activation, found.activation],
          [dictionary('insight').alignment.gradient, found.gradient],
        ] as const)
      : ([
          [dictionary('insight').stretch.gaussian, found.gaussian],
          [dictionary('insight').stretch.orthogonal, found.orthogonal],
        ] as const);
  const from = found.kind === 'alignment' ? 0 : 1;
  const length = columns[0][1].mean.length;
  const text = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? dictionary('insight').none : numberText(value, 3);
  return (
    <div className="visually-hidden">
      <table>
        <caption>{dictionary('insight')[name].title}</caption>
        <thead>
          <tr>
            <th scope="col">{dictionary('insight')[name].layer}</th>
            {columns.map(([label]) => (
              <th key={label} scope="col">{`${label}, ${dictionary('insight').plusMinus}`}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {thinnedLayers(length - 1, 10).map((i) => (
            <tr key={i}>
              <th scope="row">{i + from}</th>
              {columns.map(([label, { mean, deviation }]) => (
                <td key={label}>{`${text(mean[i])} ± ${text(deviation[i])}`}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
