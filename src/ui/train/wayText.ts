import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { reasonText } from '#experiment/dictionary/reasonText.ts';
import { writtenNumber } from '#plots/writtenNumber.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';

type Reason = NonNullable<TrainRecord['started']>['reasons'][number];
type Way = Extract<Reason, { code: 'unusable' }>['way'];

const words = () => dictionary('train').ways;

const nameOf = ({ implementation, backend }: Way) =>
  words().name(implementation, dictionary('page').badge.names[backend]);

/** Why a run is computed the way it is, a line a reason. */
export function wayText(reason: Reason): string {
  if (reason.code === 'compared') {
    return words().compared(writtenNumber(reason.difference.toExponential(1)), writtenNumber(reason.allowed));
  }
  if (reason.code === 'software') return words().software;
  if (reason.code === 'unusable') {
    const why = reason.reason;
    return words().unusable(nameOf(reason.way), why.code === 'unforeseen' ? why.detail : reasonText(why));
  }
  const times = reason.times.map(({ way, ms }) =>
    Number.isFinite(ms)
      ? `${nameOf(way)} ${writtenNumber(ms.toPrecision(2))} ms`
      : words().notStarted(nameOf(way)),
  );
  return words().raced(times.join(', '));
}
