import { beforeAll, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { emptyWalkRecord } from '#run/walk/walkRecord.ts';
import { loadWith } from '#ui/dictionary/loadDictionary.ts';
import { createHearing } from '#ui/sound/hearing.ts';
import type { ToneContext } from '#ui/sound/playTones.ts';
import { pitch, walkTones } from '#ui/sound/walkTones.ts';

beforeAll(() => loadWith('afterStart', async () => null));

/** A sound card that notes what is asked of it. */
function fakeSound() {
  const frequencies: (readonly [hz: number, atS: number])[] = [];
  const spans: number[] = [];
  let end: () => void = () => undefined;
  const param = { setValueAtTime: () => param, linearRampToValueAtTime: () => param };
  const oscillator = {
    type: 'sine',
    frequency: {
      setValueAtTime: (hz: number, atS: number) => frequencies.push([hz, atS]),
      exponentialRampToValueAtTime: (hz: number, atS: number) => frequencies.push([hz, atS]),
    },
    connect: () => undefined,
    start: (atS: number) => spans.push(atS),
    stop: (atS = 0) => spans.push(atS),
    set onended(listener: () => void) {
      end = listener;
    },
  };
  const context = {
    currentTime: 10,
    destination: null,
    createOscillator: () => oscillator,
    createGain: () => ({ gain: param, connect: () => undefined }),
    resume: async () => undefined,
  };
  return {
    context: context as unknown as ToneContext & Pick<AudioContext, 'resume'>,
    frequencies,
    spans,
    end: () => end(),
  };
}

/** Walks of three layers, as the page draws them. */
function hearingOf(paths: readonly (readonly number[])[]) {
  const experiment = { ...defaultExperiment, depth: 3, walks: Math.max(1, paths.length) };
  const record = emptyWalkRecord(walkSettings(experiment, noFoundGains));
  record.paths.set(paths.flat());
  const sound = fakeSound();
  const said: string[] = [];
  const live = { getState: () => ({ ...record, pathCount: paths.length }) };
  const hearing = createHearing(
    { walk: { live } },
    () => sound.context,
    (text) => said.push(text),
  );
  return { ...sound, hearing, said };
}

test('ln Z = 0 sounds as an A, ten times the norm an octave higher, a tenth an octave lower, and no farther than ears go', () => {
  const decade = 2 * Math.log(10);
  expect([0, decade, -decade, 2 * decade].map(pitch)).toEqual([440, 880, 220, 1760]);
  expect([1e6, -1e6].map(pitch)).toEqual([7040, 55]);
});

test('a walk’s tones follow ln Z through its layers, evenly in time, and a dead walk falls silent where it dies', () => {
  const lnZ = Float32Array.from([0, 1, -1, 4]);
  expect(walkTones(lnZ, 3)).toEqual([0, 1, 2, 3].map((atS) => ({ atS, hz: pitch(lnZ[atS] ?? Number.NaN) })));
  const dead = Float32Array.from([0, -2, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  expect(walkTones(dead, 3).map(({ atS }) => atS)).toEqual([0, 1]);
});

test('one key plays the walks in their order, their frequencies following ln Z, and the same key ends one', () => {
  const paths = [
    [0, 1, 2, 3],
    [0, -1, -2, -3],
  ];
  const { hearing, frequencies, said, spans, end } = hearingOf(paths);
  hearing.next();
  expect(frequencies.map(([hz]) => hz)).toEqual(paths[0]?.map(pitch));
  const [[, first] = [0, 0]] = frequencies;
  // Four seconds in all, of three equal steps.
  for (const [layer, [, atS]] of frequencies.entries()) expect(atS - first).toBeCloseTo((4 * layer) / 3, 9);
  expect(said.at(-1)).toContain('Walk 1 of 2');
  hearing.next();
  expect([said.at(-1), spans.at(-1)]).toEqual(['', 0]);
  hearing.next();
  expect(frequencies.slice(4).map(([hz]) => hz)).toEqual(paths[1]?.map(pitch));
  end();
  hearing.next();
  expect(said.at(-1)).toContain('Walk 1 of 2');
});

test('without a walk, or without sound, that is said', () => {
  const { hearing, said } = hearingOf([]);
  hearing.next();
  expect(said).toEqual(['There is no walk to hear yet.']);
  const silent: string[] = [];
  createHearing(
    { walk: { live: { getState: () => null } } },
    () => null,
    (text) => silent.push(text),
  ).next();
  expect(silent).toEqual(['This browser makes no sound.']);
});
