import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { driftCurve, driftSetting } from '#experiment/derived/driftCurve.ts';
import { densityOf, theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { namedGains } from '#experiment/gains.ts';
import { formatLink, parseLink } from '#experiment/link/linkCodec.ts';
import { computeOutcome } from '#run/walk/outcome.ts';
import { walkFacts } from '#run/walk/walkFacts.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { type Pass, passNames } from '#theory/pass.ts';
import { newMatricesHold } from '#theory/tiedTheory.ts';
import type { WalkTheory } from '#theory/walkMoments.ts';
import { gainSliderScale } from '#ui/controls/gain/gainSlider.ts';
import { contrastDomain } from '#ui/figures/contrast.ts';
import { varianceDomain, walkDomain } from '#ui/figures/walkDomain.ts';
import { deepUnless } from '../deep.ts';
import { anyExperiment } from './anyExperiment.ts';

/** Every number that is neither finite nor left out, by the way to it. */
function infiniteIn(value: unknown, path: string): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (ArrayBuffer.isView(value)) return infiniteIn([...(value as Float64Array)], path).slice(0, 1);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => infiniteIn(one, `${path}.${key}`));
}

/** Theory as far as it claims anything: of a tied network for sqrt(N) layers. */
function claimed(experiment: Experiment, pass: Pass): WalkTheory {
  const theory = theoryOf(experiment, noFoundGains, pass);
  if (theory.kind !== 'new-matrices') return theory;
  const end = newMatricesHold(experiment) + 1;
  const { mean, variance } = theory;
  return { ...theory, mean: mean.slice(0, end), variance: variance?.slice(0, end) ?? null };
}

/** Every number that theory gives of an experiment, and the axes made of them. */
function numbersOf(experiment: Experiment) {
  const gains = namedGains(experiment, noFoundGains);
  const { value: gainAt } = gainSliderScale(gains.auto.value);
  const question = { experiment, found: noFoundGains, record: null };
  return {
    gains,
    theory: passNames.map((pass) => claimed(experiment, pass)),
    density: densityOf(experiment, noFoundGains),
    drifts: driftCurve(driftSetting(experiment), [0, 0.25, 0.5, 0.75, 1].map(gainAt)),
    outcome: computeOutcome(experiment, noFoundGains),
    facts: walkFacts(experiment, noFoundGains, null),
    walkDomain: walkDomain(question),
    varianceDomain: varianceDomain(question),
    contrastDomain: contrastDomain(question),
  };
}

/** Expects axes that hold where theory says the walks are. */
function expectAxesHold(experiment: Experiment, numbers: ReturnType<typeof numbersOf>): void {
  const { mean, variance } = claimed(experiment, experiment.pass);
  const end = mean.at(-1) ?? Number.NaN;
  const [low, high] = numbers.walkDomain;
  expect(low).toBeLessThanOrEqual(end);
  expect(high).toBeGreaterThanOrEqual(end);
  const [zero, top] = numbers.varianceDomain;
  expect(zero).toBe(0);
  expect(top).toBeGreaterThan(variance?.at(-1) ?? 0);
}

// The first of the thousand stand for the others.
for (const numRuns of [150, 1000]) {
  test(
    `theory and its axes are finite for ${numRuns} experiments that a link can state, and walks lie on them`,
    deepUnless(numRuns === 150),
    () => {
      fc.assert(
        fc.property(anyExperiment, (asked) => {
          const { experiment } = parseLink(`#${formatLink(asked)}`);
          const numbers = numbersOf(experiment);
          expect(infiniteIn(numbers, '')).toEqual([]);
          expectAxesHold(experiment, numbers);
        }),
        { seed: 1, numRuns },
      );
    },
  );
}

const extremes: readonly Partial<Experiment>[] = [
  { residual: 4 },
  { residual: 10 },
  { residual: 10, depth: 1000, gain: 10, bias: 10, input: 1000 },
  { residual: 10, depth: 1000, gain: 10, input: 0.001 },
  { gain: 1000, depth: 1000, width: 1 },
  { gain: 0.001, depth: 1000, bias: 10, input: 0.001 },
  { bias: 10, depth: 1000 },
  { input: 1000, depth: 1000, gain: 1000 },
];

test('theory and its axes are finite at the ends of the ranges, for every nonlinearity and pass', () => {
  for (const [i, f] of nonlinearityNames.entries()) {
    for (const [j, extreme] of extremes.entries()) {
      // Theory is worked out for every pass; the axes, for one after the other.
      const pass = passNames[(i + j) % passNames.length] ?? 'backward';
      const experiment = { ...defaultExperiment, f, pass, ...extreme };
      expect(infiniteIn(numbersOf(experiment), ''), JSON.stringify({ f, pass, ...extreme })).toEqual([]);
    }
  }
});
