import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BackendFault } from '#engine/device/protocol.ts';
import type { FileFrame, IntakeFrame } from '#engine/train/intake/intakeProtocol.ts';
import type { ReadyFrame } from '#engine/walk/protocol.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment, View } from '#experiment/experiment.ts';
import { type FoundGains, noFoundGains } from '#experiment/foundGains.ts';
import { lessonExperiment, withView } from '#experiment/lessons/lessonExperiment.ts';
import { changeByPairs, parseLink, parsePairs } from '#experiment/link/linkCodec.ts';
import type { LinkPair } from '#experiment/link/linkPair.ts';
import type { Notice } from '#experiment/link/notice.ts';
import type { RunState } from './runState.ts';

/** What is known of the engine. */
export type EngineState =
  | { readonly status: 'starting' }
  | { readonly status: 'ready'; readonly ready: ReadyFrame }
  /** The device went away; another is being opened. */
  | { readonly status: 'lost'; readonly fault: BackendFault }
  /** Nothing could be opened. */
  | { readonly status: 'broken'; readonly message: string };

/** What the user chose and what the engine said of itself. What runs bring is not here but in their live records. */
export interface WalkState {
  readonly experiment: Experiment;
  /** The engine's answers to searches for g*: what follows from a named gain follows from them too. */
  readonly foundGains: FoundGains;
  /** Pairs of the link that this version does not know. */
  readonly unknown: readonly LinkPair[];
  readonly notices: readonly Notice[];
  readonly engine: EngineState;
  /** Devices lost since the page was opened. */
  readonly losses: readonly BackendFault[];
  readonly run: RunState;
  /** Where the training stands; it goes on when another view is looked at. */
  readonly training: RunState;
  /** A run of this network that an earlier visit left, and how far it was; null when there is none to go on with. */
  readonly leftTraining: { readonly step: number } | null;
  /** Steps of training done so far, for whoever looks at another view. */
  readonly trainedSteps: number;
  /** The learning rate that the training on the screen found; null before it did. */
  readonly foundRate: number | null;
  /** Steps of training a second at most; 0 for as fast as it goes. */
  readonly speed: number;
  /** Data being taken in, or what became of that; null when nobody asked. */
  readonly intake: IntakeFrame | null;
  /** The user's own sets that this browser keeps, as texts of the link; empty before they were asked for. */
  readonly keptSets: readonly string[];
  /** A data set that was asked for as a file, until it is saved. */
  readonly dataFile: FileFrame | null;
  /** Rises with every wish to run the same experiment again. */
  readonly restarts: number;
}

export type WalkStore = StoreApi<WalkState>;

export function createWalkStore(): WalkStore {
  return createStore<WalkState>(() => ({
    experiment: defaultExperiment,
    foundGains: noFoundGains,
    unknown: [],
    notices: [],
    engine: { status: 'starting' },
    losses: [],
    run: { status: 'waiting' },
    training: { status: 'waiting' },
    leftTraining: null,
    trainedSteps: 0,
    foundRate: null,
    speed: 0,
    intake: null,
    dataFile: null,
    keptSets: [],
    restarts: 0,
  }));
}

/** Changes the experiment by values that are known to be good: those of the page's own controls. */
export function changeExperiment(store: WalkStore, patch: Partial<Experiment>): void {
  store.setState(({ experiment }) => ({ experiment: { ...experiment, ...patch } }));
}

/** Looks at another view; the learn view opens on its lesson. */
export function showView(store: WalkStore, view: View): void {
  store.setState(({ experiment }) => ({ experiment: withView(experiment, view) }));
}

/** Opens a lesson in its own state. */
export function openLesson(store: WalkStore, lesson: number): void {
  store.setState(({ experiment }) => ({ experiment: lessonExperiment(lesson, experiment) }));
}

/** Replaces everything by what an address says from `?` or `#` on. */
export function openLink(store: WalkStore, link: string): void {
  store.setState(parseLink(link, store.getState().foundGains));
}

/** Replaces everything by what pairs of texts say. */
export function openPairs(store: WalkStore, pairs: readonly LinkPair[]): void {
  store.setState(parsePairs(pairs, store.getState().foundGains));
}

/** Changes the experiment by texts from outside, read as a link would be; returns the notices. */
export function changeByText(store: WalkStore, pairs: readonly LinkPair[]): readonly Notice[] {
  const { experiment, unknown, foundGains } = store.getState();
  const link = changeByPairs({ experiment, unknown }, pairs, foundGains);
  store.setState(link);
  return link.notices;
}

/** Says something on the page in place of the notices before. */
export function tell(store: WalkStore, notice: Notice): void {
  store.setState({ notices: [notice] });
}

export function dismissNotices(store: WalkStore): void {
  store.setState({ notices: [] });
}

/** Runs the same experiment again from its first walk. */
export function restart(store: WalkStore): void {
  store.setState(({ restarts }) => ({ restarts: restarts + 1 }));
}
