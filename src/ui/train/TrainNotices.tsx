import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { restart } from '#run/store.ts';
import { trainRemedy } from '#run/train/trainRemedy.ts';
import { useChange, useFoundGains, usePage, useWalkState } from '#ui/page/PageContext.ts';
import { useTraining } from './TrainingContext.ts';
import { useTrainRecord } from './useTrainRecord.ts';

const words = () => dictionary('train');

/** Where a run left float32, and what would do. */
function DivergedNotice() {
  const { live } = useTraining();
  const { store } = usePage();
  const change = useChange();
  const found = useFoundGains();
  const diverged = useTrainRecord((record) => record?.diverged ?? null);
  const record = live.getState();
  if (!diverged || !record) return null;
  const remedy = trainRemedy(record, found);
  const { where, layer, step } = diverged;
  return (
    <section className="notice is-fault" role="status">
      <p>{words().diverged.where(where, layer, record.experiment.depth, step)}</p>
      {remedy && (
        <button
          type="button"
          onClick={() => {
            change(remedy.change);
            restart(store);
          }}
        >
          {remedy.kind === 'gain' ? words().diverged.gain(remedy.gain) : words().diverged.rate(remedy.rate)}
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

/** Where the run was taken up again, and what had happened. */
function InterruptedNotice() {
  const last = useTrainRecord((record) => record?.interruptions.at(-1) ?? null);
  const isDone = useTrainRecord((record) => record?.done ?? false);
  if (!last || isDone) return null;
  const { step, interruption } = last;
  return (
    <section className="notice is-fault" role="status">
      <p>
        {interruption.because === 'way'
          ? words().interrupted.way(
              words().ways.name(interruption.way.implementation, interruption.way.backend),
              step,
            )
          : words().interrupted[interruption.because](step)}
      </p>
    </section>
  );
}

/** A run that an earlier visit left, and may be gone on with. */
function LeftNotice() {
  const { goOn, begin } = useTraining();
  const run = useWalkState((state) => state.leftTraining);
  if (!run) return null;
  return (
    <section className="notice" role="status">
      <p>{words().left.what(run.step)}</p>
      <button type="button" className="primary" onClick={goOn}>
        {words().left.goOn}
      </button>
      <button type="button" onClick={() => begin()}>
        {words().left.anew}
      </button>
    </section>
  );
}

/** What happened to the run on the screen. */
export function TrainNotices() {
  return (
    <>
      <LeftNotice />
      <InterruptedNotice />
      <DivergedNotice />
      <FailedNotice />
    </>
  );
}
