import type { TrainClient } from '#engine/train/client.ts';
import { courseKeys, trainSettings, tuningOf } from '#experiment/derived/trainSettings.ts';
import type { Experiment, ParameterKey } from '#experiment/experiment.ts';
import { resolvedGain } from '#experiment/gains.ts';
import type { RunState, WalkStore } from '#run/store.ts';
import { emptyTrainRecord, type LiveTraining } from './liveTraining.ts';

/** Begins, holds and ends the training of the store's experiment. */
export interface TrainRunner {
  /** Starts the experiment from its first step; `changed`: the settings that made it necessary. */
  begin(paused: boolean, changed?: readonly ParameterKey[]): void;
  /** As `begin`, paused if the run was, when changes have rested. */
  beginSoon(changed: readonly ParameterKey[]): void;
  beginAgain(): void;
  /** Shows the experiment without a run. */
  wait(changed: readonly ParameterKey[]): void;
  /** Hands changed rate, momentum, steps and speed to the run, and notes them. */
  retune(before: Experiment): void;
  /** Goes on with a paused run; starts any other afresh. */
  run(): void;
  pause(): void;
  /** Makes one more step, then waits. */
  step(): void;
  cancel(): void;
  /** The experiment that the run on the screen was begun with. */
  begun(): Experiment | null;
  /** The gain it was begun with: a named one may have been found more exactly since. */
  begunGain(): number;
  close(): void;
}

interface TrainRunnerParts {
  readonly store: WalkStore;
  readonly live: LiveTraining;
  readonly client: TrainClient;
  readonly setRun: (run: RunState) => void;
}

/** While a slider is dragged, a run is begun when it has rested this long. */
const restMs = 150;

/** The folder beside the app where MNIST may lie. */
const servedFolder = () => new URL('./data/mnist/', document.baseURI).href;

/** The half of a runner that begins and shows runs. */
function createStarter({ store, live, client, setRun }: TrainRunnerParts) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let begun: Experiment | null = null;
  let begunGain = Number.NaN;
  let wasPaused = false;
  const status = () => store.getState().training.status;

  function forgetTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  /** Whoever waits for the run that ends here hears that it was cancelled. */
  function interrupt(): void {
    wasPaused = status() === 'paused';
    if (status() === 'running' || status() === 'paused') setRun({ status: 'cancelled' });
  }

  function show(changed: readonly ParameterKey[]): Experiment {
    const { experiment, foundGains } = store.getState();
    forgetTimer();
    interrupt();
    begun = experiment;
    begunGain = resolvedGain(experiment, foundGains);
    store.setState({ trainedSteps: 0 });
    live.show(emptyTrainRecord(experiment, changed));
    return experiment;
  }

  function begin(paused: boolean, changed: readonly ParameterKey[] = []): void {
    const experiment = show(changed);
    const { foundGains, speed } = store.getState();
    const settings = trainSettings(experiment, foundGains, speed);
    client.train(settings, { paused, served: servedFolder() });
    setRun({ status: paused ? 'paused' : 'running' });
  }

  return {
    begin,
    beginAgain: () => begin(status() === 'paused'),
    beginSoon(changed: readonly ParameterKey[]) {
      client.cancel();
      if (timer === null) interrupt();
      forgetTimer();
      timer = setTimeout(() => begin(wasPaused, changed), restMs);
    },
    wait(changed: readonly ParameterKey[]) {
      client.cancel();
      show(changed);
      live.amend(() => ({ preparing: null }));
      setRun({ status: 'waiting' });
    },
    cancel() {
      forgetTimer();
      client.cancel();
      interrupt();
    },
    begun: () => begun,
    begunGain: () => begunGain,
    close() {
      forgetTimer();
      client.close();
    },
  };
}

/** The training's controls over an engine client. */
export function createTrainRunner(parts: TrainRunnerParts): TrainRunner {
  const { store, live, client, setRun } = parts;
  const starter = createStarter(parts);
  const status = () => store.getState().training.status;
  return {
    ...starter,
    retune(before) {
      const { experiment, speed } = store.getState();
      client.retune(tuningOf(experiment, speed));
      if (status() !== 'running' && status() !== 'paused') return;
      for (const key of courseKeys) {
        if (experiment[key] === before[key]) continue;
        live.amend(({ retunings, step }) => {
          const others = retunings.filter((one) => one.step !== step || one.key !== key);
          return { retunings: [...others, { step, key, value: experiment[key] }] };
        });
      }
    },
    run() {
      if (status() !== 'paused') starter.begin(false);
      else {
        client.resume();
        setRun({ status: 'running' });
      }
    },
    pause() {
      if (status() !== 'running') return;
      client.pause();
      setRun({ status: 'paused' });
    },
    step() {
      if (status() === 'running') client.pause();
      else if (status() !== 'paused') starter.begin(true);
      setRun({ status: 'paused' });
      client.step();
    },
  };
}
