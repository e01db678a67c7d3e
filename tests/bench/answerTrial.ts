import { readdirSync, readFileSync } from 'node:fs';
import '../lateTheory.ts';
import { constantError, constantLoss, type DataSet } from '#engine/data/dataSet.ts';
import { mnistOf } from '#engine/data/sets/mnist.ts';
import { phones } from '#engine/data/sets/phones.ts';
import { openCrew } from '#engine/device/crewRung.ts';
import { findGain } from '#engine/walk/gainSearch.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { type FoundGains, noFoundGains, withFoundGain } from '#experiment/foundGains.ts';
import { openSearch, resolvedGain } from '#experiment/gains.ts';
import { formatLink } from '#experiment/link/linkCodec.ts';
import type { QuestionData, Scope, Trial } from '#experiment/questions/question.ts';
import type { QuestionName } from '#experiment/questions/questionNames.ts';
import { questions } from '#experiment/questions/questions.ts';
import { pushedGain, trialExperiment } from '#experiment/questions/trialExperiment.ts';
import type { Answer } from '#run/questions/answers.ts';
import { readOff } from '#run/questions/readOff.ts';
import { trainPlan } from '#run/train/trainPlan.ts';
import { drawnDigits } from '../engine/drawnDigits.ts';
import { wasmRun } from './wasmRun.ts';

function drawn<T>(making: Generator<unknown, T>): T {
  for (;;) {
    const next = making.next();
    if (next.done) return next.value;
  }
}

/** A set with few samples held out: nothing here is asked of those. */
const withFew = (set: DataSet): DataSet => ({ ...set, heldOut: { ...set.heldOut, count: 10 } });

async function mnistIn(folder: string): Promise<DataSet> {
  const names = readdirSync(folder).filter((name) => /ubyte(\.gz)?$/.test(name));
  return mnistOf(names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) })));
}

const sets = new Map<QuestionData, DataSet>();

async function setOf(data: QuestionData, folder: string): Promise<DataSet> {
  const kept = sets.get(data);
  if (kept) return kept;
  const made =
    data === 'digits' ? drawnDigits() : data === 'phones' ? drawn(phones()) : await mnistIn(folder);
  sets.set(data, made);
  return made;
}

let walking: ReturnType<typeof openCrew> | null = null;
/** What was found so far: the seeds of a network share its g*. */
let known: FoundGains = noFoundGains;

/** g* as the page would have it: by theory, else by walks. */
async function bestGain(experiment: Experiment): Promise<number> {
  const asked: Experiment = { ...experiment, gain: 'auto' };
  const search = openSearch(asked, known);
  if (search) {
    walking ??= openCrew([]);
    const opened = await walking;
    if (!('ready' in opened)) throw new Error(`Nothing walks here: ${opened.reason}.`);
    const slices = findGain(search, { maxBytes: 2 ** 28 });
    for (let next = await slices.next(); ; next = await slices.next()) {
      if (!next.done) continue;
      known = withFoundGain(known, search, next.value);
      break;
    }
  }
  return resolvedGain(asked, known);
}

/**
 * A run whose check at its end failed, in place of its last frame: some networks make of a rounding error more than the
 * check allows. All but its last few steps are there. Any other error is thrown.
 */
function refusedFrame(error: unknown): null {
  if (error instanceof ReasonError && error.reason.code === 'wrongNumbers') return null;
  throw error;
}

/** The trials of a question, in the order in which they are made. */
export const trialsOf = async (question: QuestionName, scope: Scope): Promise<readonly Trial[]> =>
  questions[question].trials(scope);

/** Makes a trial of a question, by our kernels in WebAssembly, and reads its answer off. `folder` holds MNIST. */
export async function answerTrial(
  question: QuestionName,
  scope: Scope,
  trial: Trial,
  folder: string,
): Promise<Answer> {
  const atBest = trialExperiment(scope, trial);
  const best = await bestGain(atBest);
  const experiment: Experiment =
    trial.push === null ? atBest : { ...atBest, gain: pushedGain(best, trial.push, atBest.depth) };
  const set = await setOf(scope.data, folder);
  const { settings } = trainPlan(experiment, known, 0);
  const start = performance.now();
  const { run, trainer } = await wasmRun(settings, withFew(set));
  const { task } = settings;
  const constant = task === 'encode' ? constantError(set, set.heldOut) : constantLoss(set.train.labels);
  const { levels } = questions[question];
  const losses: number[] = [];
  const accuracies: number[] = [];
  let rate = Number.NaN;
  for (;;) {
    const frame = await run.advance(() => performance.now()).catch(refusedFrame);
    if (frame) rate = frame.rate;
    // A run that went back makes its last steps again.
    if (frame) {
      losses.length = frame.step - frame.losses.length;
      accuracies.length = losses.length;
      losses.push(...frame.losses);
      accuracies.push(...frame.accuracies);
    }
    const diverged = frame !== null && frame.diverged !== null;
    const read = readOff({ task, losses, accuracies, constantLoss: constant, diverged }, levels);
    const isOver = levels.length > 0 && read.reached.every((step) => step !== null);
    if (frame && !frame.done && !isOver) continue;
    trainer.dispose();
    const { part, series, x, seed } = trial;
    return {
      ...scope,
      part,
      series,
      x,
      seed,
      link: formatLink(experiment),
      gain: settings.gain,
      best,
      rate,
      steps: losses.length,
      diverged,
      ...(frame ? {} : { unchecked: true as const }),
      ...read,
      seconds: (performance.now() - start) / 1000,
    };
  }
}
