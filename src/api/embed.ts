import type { WalkState } from '#run/store.ts';
import type { Training } from '#run/train/training.ts';
import { answerCall } from './embedCall.ts';
import type { EmbedFrame } from './embedFrame.ts';
import type { Page } from './page.ts';

/** Progress is announced at most once in this time. */
export const progressEveryMs = 250;

type EmbedPage = Pick<Page, 'store' | 'walk' | 'api' | 'startEngine'> & {
  readonly training: () => Promise<Training>;
};

/** How far the run on the screen is: walks or steps done, of how many. */
function progressOf({ store, walk }: EmbedPage) {
  const { experiment, trainedSteps } = store.getState();
  const { view, walks, steps } = experiment;
  if (view === 'train') return { view, done: trainedSteps, of: steps };
  const record = walk.live.getState();
  return { view, done: record?.source === 'engine' ? record.walks : 0, of: walks };
}

/** Holds what runs while nobody looks, and lets it go on when somebody does. */
function createHold({ store, walk, training }: EmbedPage) {
  const held = new Set<'run' | 'training'>();
  const isHeld = (name: 'run' | 'training') =>
    held.delete(name) && store.getState()[name].status === 'paused';
  return {
    hold(): void {
      const { run, training: trained } = store.getState();
      if (run.status === 'running') {
        held.add('run');
        walk.pause();
      }
      if (trained.status === 'running') {
        held.add('training');
        training().then((opened) => opened.pause());
      }
    },
    release(): void {
      if (isHeld('run')) walk.run();
      if (isHeld('training')) training().then((opened) => opened.run());
    },
  };
}

/** Announces the engine's start, the progress of runs and their results; returns the way out. */
function announceRuns(page: EmbedPage, { announce }: EmbedFrame): () => void {
  const { store, walk, api } = page;
  const { version } = api;
  let last = Number.NEGATIVE_INFINITY;
  function progress(): void {
    const { run, training, experiment } = store.getState();
    const { status } = experiment.view === 'train' ? training : run;
    if (status !== 'running' || performance.now() - last < progressEveryMs) return;
    last = performance.now();
    announce({ gradientWalk: 'progress', value: progressOf(page) });
  }
  function hear(state: WalkState, before: WalkState): void {
    const { view } = state.experiment;
    const name = view === 'train' ? 'training' : 'run';
    if (state[name] !== before[name] && state[name].status === 'done') {
      announce({ gradientWalk: 'results', value: api.results() });
    } else if (view === 'train' && state.trainedSteps !== before.trainedSteps) progress();
  }
  announce({ gradientWalk: 'open', value: { version } });
  api.ready.then((ready) => announce({ gradientWalk: 'ready', value: { version, ...ready } }));
  const forgetLive = walk.live.subscribe(progress);
  const forgetStore = store.subscribe(hear);
  return () => {
    forgetLive();
    forgetStore();
  };
}

/**
 * Puts the page into a frame of another: the engine starts when the frame is first seen and rests while it is not,
 * messages of the parent are answered, runs are announced to it, and keys that turn a deck's pages are passed on.
 * Returns the way out, after which the page is one of its own again.
 */
export function openEmbed(
  page: EmbedPage,
  frame: EmbedFrame,
  tellSeen: (isSeen: boolean) => void,
): () => void {
  const holder = createHold(page);
  let markSeen: () => void = () => undefined;
  const firstSeen = new Promise<void>((resolve) => {
    markSeen = resolve;
  });
  const leave = [
    announceRuns(page, frame),
    frame.onMessage(({ data, answer }) => {
      answerCall(page.api, () => firstSeen, data).then((value) => value && answer(value));
    }),
    frame.onSeen((isSeen) => {
      tellSeen(isSeen);
      if (!isSeen) return holder.hold();
      page.startEngine();
      markSeen();
      holder.release();
    }),
    frame.onDeckKey((key, shift) => frame.announce({ gradientWalk: 'key', value: { key, shift } })),
  ];
  return () => {
    for (const end of leave) end();
    if (page.store.getState().experiment.embed === 1) return;
    page.startEngine();
    markSeen();
    holder.release();
  };
}
