import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerCall, type EmbedApi } from '#api/embedCall.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { changeByText, createWalkStore } from '#run/store.ts';

const atOnce = () => Promise.resolve();

function apiOf(run: EmbedApi['run'] = () => Promise.reject(new Error('The run was cancelled.'))) {
  const store = createWalkStore();
  let cancelled = 0;
  const api: EmbedApi = {
    experiment: () => store.getState().experiment,
    set: (change) =>
      changeByText(
        store,
        Object.entries(change).map(([key, value]) => [key, String(value)]),
      ),
    run,
    cancel: () => {
      cancelled += 1;
    },
    results: () => null,
  };
  return { api, store, cancelled: () => cancelled };
}

test('a call is answered with the API’s own value and the caller’s id', async () => {
  const { api, store, cancelled } = apiOf();
  expect(await answerCall(api, atOnce, { gradientWalk: 'experiment', id: 'a' })).toEqual({
    gradientWalk: 'result',
    id: 'a',
    value: defaultExperiment,
  });
  expect(
    await answerCall(api, atOnce, { gradientWalk: 'set', id: 0, args: { depth: 7, hide: ['run'] } }),
  ).toEqual({
    gradientWalk: 'result',
    id: 0,
    value: [],
  });
  expect(store.getState().experiment).toMatchObject({ depth: 7, hide: ['run'] });
  await answerCall(api, atOnce, { gradientWalk: 'cancel' });
  expect(cancelled()).toBe(1);
});

test('what a run fails of is the answer, and a run waits until the frame has been seen', async () => {
  let runs = 0;
  const { api } = apiOf(() => {
    runs += 1;
    return Promise.reject(new Error('The run was cancelled.'));
  });
  let see: () => void = () => undefined;
  const seen = new Promise<void>((resolve) => {
    see = resolve;
  });
  const answer = answerCall(api, () => seen, { gradientWalk: 'run', id: 1 });
  await Promise.resolve();
  expect(runs).toBe(0);
  see();
  expect(await answer).toEqual({ gradientWalk: 'result', id: 1, error: 'The run was cancelled.' });
  expect(runs).toBe(1);
});

test('bad calls get a reason that names what is wrong, and change nothing', async () => {
  const { api, store } = apiOf();
  for (const [message, reason] of [
    [{ gradientWalk: 'fly', id: 1 }, 'fly is no call; there are set, run, cancel, results, experiment.'],
    [{ gradientWalk: 'constructor' }, 'constructor is no call'],
    [{ gradientWalk: 'set', id: 1 }, 'set: args must be an object'],
    [{ gradientWalk: 'set', id: 1, args: ['depth'] }, 'set: args must be an object'],
    [{ gradientWalk: 'set', id: 1, args: { depth: { value: 3 } } }, 'set: depth must be text, a number'],
    [{ gradientWalk: 'experiment', id: {} }, 'id must be text or a number.'],
  ] as const) {
    expect(await answerCall(api, atOnce, message)).toMatchObject({ error: expect.stringContaining(reason) });
  }
  expect(store.getState().experiment).toBe(defaultExperiment);
});

test('no message throws, and one that is not for Gradient Walk is not answered', async () => {
  const { api } = apiOf();
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (data) => {
      const answer = await answerCall(api, atOnce, data);
      const isOurs =
        typeof data === 'object' &&
        data !== null &&
        !Array.isArray(data) &&
        'gradientWalk' in data &&
        typeof data.gradientWalk === 'string';
      expect(answer !== null).toBe(isOurs);
    }),
    { seed: 5 },
  );
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.anything(), async (gradientWalk, args) => {
      expect(await answerCall(api, atOnce, { gradientWalk, id: 1, args })).toMatchObject({ id: 1 });
    }),
    { seed: 5 },
  );
});
