import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { restart } from '#run/store.ts';
import { trainRemedy } from '#run/train/trainRemedy.ts';
import { useChange, useFoundGains, usePage, useWalkState } from '#ui/page/PageContext.ts';
import { useTraining } from './TrainingContext.ts';
import { useTrainRecord } from './useTrainRecord.ts';

const words = () => dictionary('train').diverged;

/** Where a run left float32, and what would do. */
function DivergedNotice() {
  const { live } = useTraining();
  const { store } = usePage();
  const change = useChange();
  const found = useFoundGains();
  const diverged = useTrainRecord((record) => record?.diverged ?? null);
  const record = live.current();
  if (!diverged || !record) return null;
  const remedy = trainRemedy(record, found);
  const { where, layer, step } = diverged;
  return (
    <section className="notice is-fault" role="status">
      <p>{words().where(where, layer, record.experiment.depth, step)}</p>
      {remedy && (
        <button
          type="button"
          onClick={() => {
            change(remedy.change);
            restart(store);
          }}
        >
          {remedy.kind === 'gain' ? words().gain(remedy.gain) : words().rate(remedy.rate)}
        </button>
      )}
    </section>
  );
}

function FailedNotice() {
  const training = useWalkState((state) => state.training);
  if (training.status !== 'failed') return null;
  return (
    <section className="notice is-fault" role="status">
      <p>
        {dictionary('page').progress.failed}: {training.message}
      </p>
    </section>
  );
}

/** What went wrong with the run on the screen. */
export function TrainNotices() {
  return (
    <>
      <DivergedNotice />
      <FailedNotice />
    </>
  );
}
