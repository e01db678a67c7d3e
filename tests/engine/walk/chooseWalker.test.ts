import { afterAll, expect, test } from 'vitest';
import { openBackend } from '#engine/device/backend.ts';
import type { BackendHost } from '#engine/device/backendHost.ts';
import { openCrew } from '#engine/device/crewRung.ts';
import { withRival } from '#engine/device/rival.ts';
import type { OpenBackend } from '#engine/device/rung.ts';
import { raceBackends, raceName } from '#engine/walk/choice/backendRace.ts';
import { chooseWalker } from '#engine/walk/choice/chooseWalker.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import type { WalkJobRoom } from '#engine/walk/walkJobRoom.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import { noFoundGains } from '#experiment/foundGains.ts';

const settings = walkSettings(
  { ...defaultExperiment, f: 'relu', depth: 20, width: 32, walks: 50 },
  noFoundGains,
);

const opened: OpenBackend[] = [];
afterAll(() => {
  for (const backend of opened) backend.close();
});

async function openReference(): Promise<OpenBackend> {
  const backend = await openBackend('cpu');
  opened.push(backend);
  return backend;
}

async function openVectors(): Promise<OpenBackend> {
  const backend = await openCrew([]);
  if (!('ready' in backend)) throw new Error(`No vectors here: ${backend.reason}.`);
  opened.push(backend);
  return backend;
}

/** A room whose host has this backend open, and tells what failed on it. */
function roomOf(open: OpenBackend) {
  const failed: unknown[] = [];
  const host: BackendHost<OpenBackend> = {
    open: () => undefined,
    current: async () => open,
    async isReplaced(_, error) {
      failed.push(error);
      return false;
    },
  };
  const room: Pick<WalkJobRoom, 'host' | 'races'> = { host, races: new WeakMap() };
  return { room, failed };
}

test('the faster of two backends walks, whichever of them is open', async () => {
  const reference = await openReference();
  const crew = await openVectors();
  for (const [open, rival] of [
    [reference, crew],
    [crew, reference],
  ] as const) {
    const { room } = roomOf(withRival(open, async () => rival));
    const { backend, raced } = await chooseWalker(settings, room);
    expect(backend.ready.backend).toBe('wasm');
    expect(raced.map((one) => one.backend)).toEqual([open.ready.backend, rival.ready.backend]);
    const speedOf = (name: string) => raced.find((one) => one.backend === name)?.weightsPerMs ?? Number.NaN;
    expect(speedOf('cpu')).toBeGreaterThan(0);
    expect(speedOf('wasm')).toBeGreaterThan(speedOf('cpu'));
  }
});

test('whenever a race is held up once by something else, the faster backend still wins it', async () => {
  const [reference, vectors] = [await openReference(), await openVectors()];
  for (let heldUpAt = 1; heldUpAt <= 8; heldUpAt++) {
    let [readings, heldUpMs] = [0, 0];
    const crew: OpenBackend = {
      ...vectors,
      async activate() {
        await vectors.activate();
        readings = 0;
      },
    };
    const clock = () => {
      readings += 1;
      if (readings === heldUpAt) heldUpMs += 60;
      return performance.now() + heldUpMs;
    };
    const [ofReference, ofCrew] = await raceBackends(settings, [reference, crew], clock);
    expect(ofCrew?.weightsPerMs, `at reading ${heldUpAt}`).toBeGreaterThan(
      ofReference?.weightsPerMs ?? Number.NaN,
    );
  }
});

test('a kind and size is raced once, and another anew', async () => {
  const reference = await openReference();
  const crew = await openVectors();
  const { room } = roomOf(withRival(reference, async () => crew));
  const first = await chooseWalker(settings, room);
  expect((await chooseWalker({ ...settings, gain: 1.1, seed: 7 }, room)).raced).toBe(first.raced);
  const wider: WalkSettings = { ...settings, width: 64 };
  expect((await chooseWalker(wider, room)).raced).not.toBe(first.raced);
});

test('a clock that shows only whole 5 ms leaves a speed a number', async () => {
  const crew = await openVectors();
  const [time] = await raceBackends(settings, [crew], () => 5 * Math.floor(performance.now() / 5));
  expect(time?.weightsPerMs).toBeGreaterThan(0);
  expect(time?.weightsPerMs).toBeLessThan(Number.POSITIVE_INFINITY);
});

test('kinds and sizes that cost alike have one name, others have others', () => {
  const name = raceName(settings);
  const alike: Partial<WalkSettings>[] = [{ gain: 2 }, { seed: 9 }, { width: 33 }, { depth: 21 }];
  for (const change of alike) expect(raceName({ ...settings, ...change })).toBe(name);
  const others: Partial<WalkSettings>[] = [
    { nonlinearity: 'tanh' },
    { sampler: 'free' },
    { weights: 'orthogonal' },
    { pass: 'forward' },
    { norm: 'rms' },
    { residual: 0.5 },
    { tied: 1 },
    { width: 64 },
    { depth: 50 },
    { walks: 500 },
    { widths: [10, 20, 30] },
  ];
  const names = others.map((change) => raceName({ ...settings, ...change }));
  expect(new Set([name, ...names]).size).toBe(others.length + 1);
});

test('a rival that does not open, or does not walk, leaves the open one', async () => {
  const reference = await openReference();
  const { room } = roomOf(withRival(reference, async () => ({ backend: 'wasm', reason: 'absent' })));
  expect(await chooseWalker(settings, room)).toMatchObject({
    backend: { ready: { backend: 'cpu' } },
    raced: [],
  });

  const crew = await openVectors();
  const broken: OpenBackend = { ...crew, activate: () => Promise.reject(new Error('broken')) };
  const withBroken = roomOf(withRival(reference, async () => broken));
  const { backend, raced } = await chooseWalker(settings, withBroken.room);
  expect(backend.ready.backend).toBe('cpu');
  expect(raced[1]).toMatchObject({ backend: 'wasm', weightsPerMs: 0 });
});

test('a rival that fails in a run is left for good, and what it computed wrongly is not gone on with', async () => {
  const reference = await openReference();
  const crew = await openVectors();
  const { room, failed } = roomOf(withRival(reference, async () => crew));
  const walker = await chooseWalker(settings, room);
  expect(walker.backend).toBe(crew);
  const wrong = new ReasonError({
    code: 'wrongNumbers',
    what: 'walk',
    step: 3,
    measured: 1,
    expected: 2,
    allowed: 0.1,
  });
  expect(await walker.isReplaced(new Error('The worker died.'))).toBe(true);
  expect(await walker.isReplaced(wrong)).toBe(false);
  const next = await chooseWalker(settings, room);
  expect(next).toMatchObject({ backend: { ready: { backend: 'cpu' } }, raced: [] });
  expect(failed).toEqual([]);
  await next.isReplaced(wrong);
  expect(failed).toEqual([wrong]);
});
