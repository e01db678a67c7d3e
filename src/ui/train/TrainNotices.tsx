import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { factorText } from '#plots/numberText.ts';
import { restart } from '#run/store.ts';
import { relativeNorms } from '#run/train/trainFacts.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';
import { isStuck, outsizedStart, type Remedy, trainRemedies } from '#run/train/trainRemedies.ts';
import { useChange, useFoundGains, usePage, useWalkState } from '#ui/page/PageContext.ts';
import { useTraining } from './TrainingContext.ts';
import { useTrainRecord } from './useTrainRecord.ts';

const words = () => dictionary('train');

/** What would help a run that failed, a button each: the change is made, and the run begun again. */
function RemedyButtons({ record }: { record: TrainRecord }) {
  const { store } = usePage();
  const change = useChange();
  const found = useFoundGains();
  return trainRemedies(record, found).map((remedy) => (
    <button
      key={remedy.kind}
      type="button"
      onClick={() => {
        change(remedy.change);
        restart(store);
      }}
    >
      {remedyText(remedy)}
    </button>
  ));
}

function remedyText(remedy: Remedy): string {
  const { gain, rate, branches } = words().remedies;
  if (remedy.kind === 'gain') return gain(remedy.gain);
  return remedy.kind === 'rate' ? rate : branches(remedy.alpha);
}

/** Where a run left float32, and what would do. */
function DivergedNotice() {
  const { live } = useTraining();
  const diverged = useTrainRecord((record) => record?.diverged ?? null);
  const record = live.getState();
  if (!diverged || !record) return null;
  const { where, layer, step } = diverged;
  return (
    <section className="notice is-fault" role="status">
      <p>{words().diverged(where, layer, record.experiment.depth, step)}</p>
      <RemedyButtons record={record} />
    </section>
  );
}

/** That a run has ended and learned nothing, what became of its gradient, and what would do. */
function StuckNotice() {
  const { live } = useTraining();
  const stuckAt = useTrainRecord((record) => (record && isStuck(record) ? record.step : null));
  const record = live.getState();
  if (stuckAt === null || !record) return null;
  const norms = record.norms.at(-1);
  const lnZ = norms ? (relativeNorms(norms, 'backward').at(-1) ?? 0) : 0;
  const { what, gradient, gone } = words().stuck;
  return (
    <section className="notice" role="status">
      <p>
        {what(stuckAt)} {Number.isFinite(lnZ) ? gradient(factorText(lnZ / 2)) : gone}
      </p>
      <RemedyButtons record={record} />
    </section>
  );
}

/** That a run began with far too large outputs, for which no learning rate is to blame, and what would do. */
function OutsizedNotice() {
  const { live } = useTraining();
  const factor = useTrainRecord((record) =>
    record && !record.diverged && !isStuck(record) ? outsizedStart(record) : null,
  );
  const record = live.getState();
  if (factor === null || !record) return null;
  return (
    <section className="notice" role="status">
      <p>{words().outsized(factorText(Math.log(factor)))}</p>
      <RemedyButtons record={record} />
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
      <StuckNotice />
      <OutsizedNotice />
      <FailedNotice />
    </>
  );
}
