import { useSyncExternalStore } from 'react';
import { numberText } from '#plots/numberText.ts';
import { thinnedLayers } from '#plots/thinnedLayers.ts';
import type { Insight, InsightName, InsightState } from '#run/insight.ts';
import { useExperiment } from '#ui/page/PageContext.ts';
import { insightWords } from './insightWords.ts';

interface Props {
  readonly name: InsightName;
  readonly insight: Insight;
}

function knownText(name: InsightName, { settings: { nonlinearity } }: InsightState): string {
  const { known } = insightWords[name];
  return nonlinearity === 'relu' || nonlinearity === 'linear' ? known[nonlinearity] : known.other;
}

/** What a look shows, how far it is, and what of the experiment it leaves out. */
export function InsightWords({ name, insight }: Props) {
  const { width, residual } = useExperiment();
  const state = useSyncExternalStore(insight.subscribe, insight.current);
  const { settings, found, failure } = state;
  const progress = found?.done
    ? insightWords.looked(settings.networks)
    : insightWords.looking(found?.networks ?? 0, settings.networks);
  const remarks = [
    width > settings.width ? insightWords.capped(settings.width, width) : '',
    residual > 0 ? insightWords.plain : '',
  ];
  return (
    <div className="insight-words">
      <p>{insightWords[name].what}</p>
      <p>{knownText(name, state)}</p>
      <p role="status">
        {failure === '' ? [progress, ...remarks].filter(Boolean).join('. ') : insightWords.failed(failure)}
      </p>
    </div>
  );
}

/** A look's figure as numbers, for whoever reads by ear; filled in when it is done. */
export function InsightTable({ name, insight }: Props) {
  const { found } = useSyncExternalStore(insight.subscribe, insight.current);
  if (!found?.done) return null;
  const columns =
    found.kind === 'alignment'
      ? ([
          [insightWords.alignment.activation, found.activation],
          [insightWords.alignment.gradient, found.gradient],
        ] as const)
      : ([
          [insightWords.stretch.gaussian, found.gaussian],
          [insightWords.stretch.orthogonal, found.orthogonal],
        ] as const);
  const from = found.kind === 'alignment' ? 0 : 1;
  const length = columns[0][1].mean.length;
  const text = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? insightWords.none : numberText(value, 3);
  return (
    <div className="visually-hidden">
      <table>
        <caption>{insightWords[name].title}</caption>
        <thead>
          <tr>
            <th scope="col">{insightWords[name].layer}</th>
            {columns.map(([label]) => (
              <th key={label} scope="col">{`${label}, ${insightWords.plusMinus}`}</th>
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
