import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { experimentFile, readExperimentFile } from '#experiment/link/experimentFile.ts';
import { changeByPairs, formatLink, parseLink, parsePairs } from '#experiment/link/linkCodec.ts';
import { readPinsBy } from '#experiment/pins/pinReader.ts';
import { pinDifferences, pinnedExperiment, pinOf } from '#experiment/pins/pins.ts';
import { wholePinReader } from '#experiment/pins/wholePinReader.ts';
import { anyComparison } from './anyExperiment.ts';

readPinsBy(wholePinReader);

const relu: Experiment = { ...defaultExperiment, f: 'relu', depth: 200, width: 100 };

const read = (link: string) => parseLink(`#${link}`);

test('a pin is written as what differs from the experiment beside it, and opened as what it was', () => {
  const kept = [
    { ...relu, gain: 'he' as const },
    { ...relu, width: 400, f: 'linear' as const },
  ];
  const compared: Experiment = { ...relu, pins: kept.map(pinOf) };
  const link = formatLink(compared);
  expect(link).toBe('f=relu&depth=200&pins=gain:he,f:linear:width:400');
  // Two typical pins: 213 bytes at most.
  expect(link.length).toBeLessThanOrEqual(213);
  const { experiment, notices } = read(link);
  expect(notices).toEqual([]);
  expect(experiment).toEqual(compared);
  expect(experiment.pins.map((pin) => pinnedExperiment(pin, experiment))).toEqual(kept);
});

test('what is changed beside it changes no pin, in the state and in the link', () => {
  const compared: Experiment = { ...relu, pins: [pinOf({ ...relu, gain: 'he' })] };
  const deeper: Experiment = { ...compared, depth: 700, f: 'tanh' };
  expect(formatLink(deeper)).toBe('f=tanh&depth=700&pins=f:relu:depth:200:gain:he');
  expect(read(formatLink(deeper)).experiment).toEqual(deeper);
  const set = changeByPairs({ experiment: compared, unknown: [] }, [['depth', '700']], noFoundGains);
  expect(set.experiment.pins).toEqual(compared.pins);
  // Pins are read when all else is, wherever they stand.
  expect(read('pins=gain:he&depth=700').experiment).toEqual(read('depth=700&pins=gain:he').experiment);
});

test('an experiment is kept beside itself as what it is', () => {
  const compared: Experiment = { ...relu, pins: [pinOf(relu)] };
  expect(formatLink(compared)).toBe('f=relu&depth=200&pins=same');
  expect(read(formatLink(compared)).experiment).toEqual(compared);
});

test('every experiment with pins survives its link, and a file', () => {
  fc.assert(
    fc.property(anyComparison, (asked) => {
      const { experiment } = read(formatLink(asked));
      expect(experiment.pins).toEqual(asked.pins);
      const file = readExperimentFile(JSON.stringify(experimentFile(asked, '', null)));
      if (file.kind !== 'experiment') throw new Error(file.because);
      expect(parsePairs(file.pairs, noFoundGains).experiment.pins).toEqual(asked.pins);
    }),
    { seed: 4, numRuns: 60, endOnFailure: true },
  );
});

test.each([
  ['pins=gain:he:colour:red', ['gain:he'], 'says colour:red'],
  ['pins=width:wide', ['same'], 'says width:wide'],
  ['pins=width:5000', ['width:1024'], 'says width:5000'],
  ['pins=theme:dark', ['same'], 'says theme:dark'],
  ['pins=gain:he,gain:he', ['gain:he'], 'twice'],
  [
    'pins=depth:1,depth:2,depth:3,depth:4,depth:5',
    ['depth:1', 'depth:2', 'depth:3', 'depth:4'],
    'more than 4',
  ],
  ['pins=:::,,gain', ['same'], 'says'],
] as const)('%s keeps what it can and says the rest', (link, kept, said) => {
  const { experiment, notices } = read(link);
  expect(formatLink(experiment)).toBe(kept.length > 0 ? `pins=${kept.join(',')}` : '');
  expect(notices.map(({ message }) => message).join()).toContain(said);
  expect(notices).toHaveLength(1);
});

test('a text longer than four pins can be is not read', () => {
  const { experiment, notices } = read(`pins=${'gain:he:'.repeat(2000)}`);
  expect(experiment.pins).toEqual([]);
  expect(notices).toHaveLength(1);
});

test('before their part is loaded, pins are not understood, and that is said', () => {
  readPinsBy(null);
  const { experiment, notices } = read('pins=gain:he');
  expect(experiment.pins).toEqual([]);
  expect(notices).toHaveLength(1);
  readPinsBy(wholePinReader);
});

test('what a pin has other than the experiment is named in the order of the link', () => {
  const pin = pinOf({ ...relu, seed: 7, depth: 3 });
  expect(pinDifferences(pin, relu)).toEqual([
    ['depth', '3'],
    ['seed', '7'],
  ]);
});
