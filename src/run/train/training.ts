import type { TrainClient } from '#engine/train/client.ts';
import type { ChooseRequest, ImportSource, IntakeNews } from '#engine/train/intake/intakeProtocol.ts';
import type { TrainJob, TrainRunFrame } from '#engine/train/protocol.ts';
import type { Tuning } from '#engine/train/trainSettings.ts';
import { tuningOf } from '#experiment/derived/trainSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { schema } from '#experiment/schema.ts';
import { createRun, type Run } from '#run/controller.ts';
import { isGoing } from '#run/runState.ts';
import { servedFolder } from '#run/servedFolder.ts';
import { changeExperiment, openPairs, type WalkState, type WalkStore } from '#run/store.ts';
import type { NetworkFile } from './network/networkFile.ts';
import { sumsOf } from './runningSums.ts';
import type { SavedRun, SavedRuns } from './savedRun.ts';
import { changesBetween, isSameRun, type TrainPlan, trainPlan } from './trainPlan.ts';
import { afterDeath, emptyTrainRecord, type TrainRecord, withTrainFrame } from './trainRecord.ts';
import { type TrainResults, trainResults } from './trainResults.ts';

/** While a slider is dragged, a run is begun when it has rested this long, ms. */
const restMs = 150;

const tunedKeys = ['rate', 'momentum'] as const;
const mostSteps = schema.steps.values.high;

/** The page's hold on training; made when it is first looked at. */
export interface Training extends Run<TrainRecord, Tuning> {
  /** Takes in files for the data that are chosen; the run on the screen goes on meanwhile. */
  take(source: ImportSource): void;
  /** Looks at what files of the user's own would be with other choices, or trains on them so. */
  choose(request: ChooseRequest): void;
  /** Asks for the data set that is chosen as a file that NumPy reads; the store has it when it is made. */
  askFile(): void;
  /** Asks which of the user's own sets this browser keeps, after one, if any, is thrown away; the store has them. */
  askKept(forgotten?: string): void;
  /** Goes on with the run that an earlier visit left, if there is one of this network. */
  goOn(): void;
  /** Goes on with a network from a file, by its own experiment. */
  goOnFrom(file: NetworkFile): void;
  /** What there is so far; null before the run has started. */
  results(): TrainResults | null;
}

interface TrainingParts {
  readonly store: WalkStore;
  readonly client: TrainClient;
  readonly saved: SavedRuns;
}

/** The record of a plan of which nothing has arrived, with what it differs in from the one before. */
function emptyOf(plan: TrainPlan, before: TrainRecord | null): TrainRecord {
  if (!before) return emptyTrainRecord(plan, []);
  const isUntouched = before.started === null && before.step === 0;
  const changed = isSameRun(before.plan, plan) ? [] : changesBetween(before.plan, plan);
  return emptyTrainRecord(plan, isUntouched && changed.length === 0 ? before.changed : changed);
}

function createTrainRun(store: WalkStore, client: TrainClient): Run<TrainRecord, Tuning> {
  return createRun<TrainPlan, TrainJob, TrainRunFrame, TrainRecord, Tuning>({
    engine: client,
    publish: (state) => store.setState({ training: state }),
    timing: { restMs, isLeading: false },
    settings() {
      const { experiment, foundGains, speed } = store.getState();
      return trainPlan(experiment, foundGains, speed);
    },
    isSame: isSameRun,
    job: ({ settings }, record) => ({
      settings: { ...settings, ...tuningOf(store.getState().experiment, store.getState().speed) },
      served: servedFolder(),
      from: record.checkpoint,
      isKept: true,
    }),
    empty: emptyOf,
    reduce: withTrainFrame,
    again: afterDeath,
  });
}

/** Hands changed rate, momentum, steps and speed to the run, and notes them. */
function retune(run: Run<TrainRecord, Tuning>, { experiment, speed }: WalkState, before: Experiment): void {
  run.note(tuningOf(experiment, speed));
  if (!isGoing(run.state())) return;
  for (const key of tunedKeys) {
    if (experiment[key] === before[key]) continue;
    run.live.setState((record) => {
      if (!record) return record;
      const { step } = record;
      // A found rate that is kept as a number is the one that the run has.
      if (key === 'rate' && experiment.rate === record.rate) return record;
      const others = record.retunings.filter((one) => one.step !== step || one.key !== key);
      return { ...record, retunings: [...others, { step, key, value: experiment[key] }] };
    }, true);
  }
}

/** Keeps a run's newest checkpoint in the browser; what ended needs none. */
function keepSaved({ store, saved }: TrainingParts, run: Run<TrainRecord, Tuning>): () => void {
  let kept: TrainRecord['checkpoint'] = null;
  const forgetLive = run.live.subscribe((record) => {
    const { trainedSteps, foundRate } = store.getState();
    if (record && record.step !== trainedSteps) store.setState({ trainedSteps: record.step });
    const rate = record?.rate ?? null;
    if (rate !== foundRate) store.setState({ foundRate: rate });
    if (!record?.checkpoint || record.checkpoint === kept) return;
    kept = record.checkpoint;
    saved.save({ plan: record.plan, record });
  });
  const forgetStore = store.subscribe(({ training }, before) => {
    if (training !== before.training && (training.status === 'done' || training.status === 'failed'))
      saved.forget();
  });
  return () => {
    forgetLive();
    forgetStore();
  };
}

/** Takes up the experiment of a file; the record of its run so far. A run that was done gets as many steps again. */
function openedRecord(store: WalkStore, { pairs, checkpoint, losses, accuracies }: NetworkFile): TrainRecord {
  openPairs(store, pairs);
  const { steps } = store.getState().experiment;
  const { step, rate, elapsedMs, scriptMs } = checkpoint;
  changeExperiment(store, {
    view: 'train',
    ...(step < steps ? {} : { steps: Math.min(2 * steps, mostSteps) }),
  });
  const { experiment, foundGains, speed } = store.getState();
  const record = emptyTrainRecord(trainPlan(experiment, foundGains, speed), []);
  const series = { losses, accuracies, lossSums: sumsOf(losses), accuracySums: sumsOf(accuracies) };
  return { ...record, ...series, step, rate: rate.found, elapsedMs, scriptMs, checkpoint };
}

/** What is done about data while a run goes on. */
function dataOf(
  store: WalkStore,
  client: TrainClient,
): Pick<Training, 'take' | 'choose' | 'askFile' | 'askKept'> {
  const wanted = () => store.getState().experiment;
  return {
    take: (source) => client.take(source, wanted().data),
    choose: client.choose,
    askKept: (forgotten) => client.askKept({ kind: 'kept', forgotten: forgotten ?? null }),
    askFile: () => client.askFile({ kind: 'file', data: wanted().data, own: wanted().own }),
  };
}

/** Trains on data that have arrived: whoever asked for them trains on something else until now. */
function trainOnTaken(
  store: WalkStore,
  { own }: Extract<IntakeNews, { status: 'done' }>,
  begin: () => void,
): void {
  const { experiment } = store.getState();
  if (own === null ? experiment.data === 'mnist' : experiment.data === 'own' && experiment.own === own)
    begin();
  else if (own !== null) changeExperiment(store, { data: 'own', own });
}

/** Keeps the training engine working on the store's experiment while the train view is looked at. */
export function createTraining(parts: TrainingParts): Training {
  const { store, client, saved } = parts;
  const run = createTrainRun(store, client);
  let left: SavedRun | null = null;
  let isOpening = true;

  function begin(paused?: boolean, from?: TrainRecord): void {
    isOpening = false;
    offer(null);
    run.begin(paused, from);
  }

  function offer(found: SavedRun | null): void {
    left = found;
    const step = found?.record.checkpoint?.step;
    if (found !== null || store.getState().leftTraining !== null) {
      store.setState({ leftTraining: step === undefined ? null : { step } });
    }
  }

  function follow(state: WalkState, before: WalkState): void {
    const { experiment, restarts, speed } = state;
    const isSeen = engineOf(experiment) === 'train';
    run.rank(isSeen ? 'screen' : 'hidden');
    if (!isSeen || isOpening) return;
    if (restarts !== before.restarts) begin();
    else if (run.isStale()) {
      offer(null);
      // A gain that was found meanwhile is no change of the user's: the run begins with it, and does not wait.
      run.change(experiment.run === 1 || (experiment === before.experiment && isGoing(state.training)));
    } else if (speed !== before.speed || experiment !== before.experiment) {
      retune(run, state, before.experiment);
    }
  }

  /** Offers what an earlier visit left of this very run; otherwise begins, or waits. */
  async function open(): Promise<void> {
    const found = await saved.load();
    if (!isOpening) return;
    isOpening = false;
    const { experiment, foundGains, speed } = store.getState();
    if (engineOf(experiment) !== 'train') return;
    const isSame = found !== null && isSameRun(found.plan, trainPlan(experiment, foundGains, speed));
    run.change(!isSame && experiment.run === 1);
    if (isSame) offer(found);
  }

  const unsubscribe = store.subscribe((state, before) => {
    const { experiment, restarts, speed, foundGains, intake } = state;
    const taken = intake !== before.intake && intake?.status === 'done' ? intake : null;
    if (taken) trainOnTaken(store, taken, begin);
    const isChanged = experiment !== before.experiment || foundGains !== before.foundGains;
    if (isChanged || restarts !== before.restarts || speed !== before.speed) follow(state, before);
  });
  const forgetSaved = keepSaved(parts, run);
  client.start();
  open();

  return {
    ...run,
    begin,
    run: () => (isGoing(run.state()) ? run.run() : begin()),
    step() {
      if (!isGoing(run.state())) begin(true);
      run.step();
    },
    ...dataOf(store, client),
    goOn: () => begin(false, left?.record),
    goOnFrom: (file) => begin(false, openedRecord(store, file)),
    results() {
      const record = run.live.getState();
      return record && trainResults(record);
    },
    close() {
      unsubscribe();
      forgetSaved();
      run.close();
    },
  };
}
