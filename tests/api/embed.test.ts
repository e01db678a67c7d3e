import { expect, test } from 'vitest';
import { openEmbed } from '#api/embed.ts';
import type { EmbedMessage } from '#api/embedFrame.ts';
import type { RunState } from '#run/runState.ts';
import { createWalkStore } from '#run/store.ts';
import { createGainSearching } from '#run/walk/gainSearching.ts';
import { createWalk } from '#run/walk/walk.ts';
import { createFakeWalkEngine } from '../run/testPage.ts';

/** A page whose engine, session and training only note what they are told, in a frame that a test moves. */
function embedded() {
  const store = createWalkStore();
  store.setState(({ experiment }) => ({ experiment: { ...experiment, embed: 1 } }));
  const told: string[] = [];
  const said: unknown[] = [];
  const setRun = (status: 'running' | 'paused') => store.setState({ run: { status } });
  const refuse = () => Promise.reject(new Error('Not in this test.'));
  const session = {
    run: () => {
      told.push('run');
      setRun('running');
    },
    pause: () => {
      told.push('pause');
      setRun('paused');
    },
  };
  let see: (isSeen: boolean) => void = () => undefined;
  let hear: (message: EmbedMessage) => void = () => undefined;
  const api = {
    version: 'test',
    ready: Promise.resolve({ backend: 'cpu', device: 'processor', selfTest: { passed: true, checks: [] } }),
    experiment: () => store.getState().experiment,
    set: () => [],
    run: refuse,
    cancel: () => undefined,
    results: () => null,
    pin: refuse,
    pins: refuse,
  };
  const { client } = createFakeWalkEngine();
  const walk = createWalk({ store, engine: client, gains: createGainSearching(store, client) });
  const page = {
    store,
    walk: { ...walk, ...session },
    api,
    training: refuse,
    startEngine: () => told.push('start'),
  };
  const leave = openEmbed(
    page,
    {
      announce: (data) => said.push(data),
      onMessage: (listener) => {
        hear = listener;
        return unused;
      },
      onSeen: (listener) => {
        see = listener;
        return unused;
      },
      onDeckKey: () => unused,
    },
    unused,
  );
  return {
    store,
    told,
    said,
    leave,
    setRun,
    see: (isSeen: boolean) => see(isSeen),
    hear: (m: EmbedMessage) => hear(m),
  };
}

function unused(): void {}

test('the engine starts when the frame is first seen; a run holds while it is not', () => {
  const { told, see, setRun } = embedded();
  expect(told).toEqual([]);
  see(true);
  expect(told).toEqual(['start']);
  setRun('running');
  see(false);
  expect(told).toEqual(['start', 'pause']);
  see(true);
  expect(told).toEqual(['start', 'pause', 'start', 'run']);
});

test('a run that was paused by hand is not woken by being seen', () => {
  const { told, see, setRun } = embedded();
  see(true);
  setRun('paused');
  see(false);
  see(true);
  expect(told).not.toContain('run');
});

test('the parent hears that it may call, that the engine is ready, and every result', async () => {
  const { store, said, hear } = embedded();
  await Promise.resolve();
  expect(said).toMatchObject([
    { gradientWalk: 'open', value: { version: 'test' } },
    { gradientWalk: 'ready', value: { backend: 'cpu' } },
  ]);
  const done: RunState = { status: 'done' };
  store.setState({ run: done });
  expect(said.at(-1)).toEqual({ gradientWalk: 'results', value: null });
  const answers: unknown[] = [];
  await new Promise<void>((resolve) => {
    hear({
      data: { gradientWalk: 'results', id: 9 },
      answer: (data) => {
        answers.push(data);
        resolve();
      },
    });
  });
  expect(answers).toEqual([{ gradientWalk: 'result', id: 9, value: null }]);
});

test('a page that is taken out of its frame starts its engine', () => {
  const { store, told, leave } = embedded();
  leave();
  expect(told).toEqual([]);
  store.setState(({ experiment }) => ({ experiment: { ...experiment, embed: 0 } }));
  leave();
  expect(told).toEqual(['start']);
});
