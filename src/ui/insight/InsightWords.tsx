import { useSyncExternalStore } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
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
