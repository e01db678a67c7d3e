import { beforeAll, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { isGainOut } from '#experiment/derived/isGainOut.ts';
import { addSections } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { computeOutcome } from '#run/walk/outcome.ts';
import { driftPerLayer } from '#theory/driftPerLayer.ts';
import { page } from '#ui/dictionary/en/page.ts';
import { outcomeText } from '#ui/text/outcomeText.ts';
import { plainWalk } from '../plainWalk.ts';

beforeAll(() => addSections({ page }));

const said = (changes: Partial<Experiment>) =>
  outcomeText(computeOutcome({ ...defaultExperiment, ...changes }, noFoundGains));

test('the sentence says what is another in each kind of network, and nothing of it in a plain one', () => {
  const { ownRate, remarks } = page.outcome;
  const all = [ownRate, remarks.gainOut, remarks.power];
  for (const [changes, expected] of [
    [{}, null],
    [{ tied: 1 }, ownRate],
    [{ tied: 1, f: 'relu' }, ownRate],
    [{ residual: 1, depth: 10 }, null],
    [{ norm: 'rms', f: 'relu', gain: 3 }, remarks.gainOut],
    [{ norm: 'layer', f: 'relu', gain: 0.3 }, remarks.gainOut],
    // A gain that saturates its units, or competes with biases, still matters.
    [{ norm: 'rms', f: 'tanh' }, null],
    [{ norm: 'rms', f: 'relu', bias: 0.5 }, null],
    [{ norm: 'layer', f: 'relu', residual: 1 }, remarks.power],
  ] as const) {
    const text = said(changes);
    for (const words of all)
      expect(text.includes(words), `${JSON.stringify(changes)}: ${text}`).toBe(words === expected);
  }
});

test('where the sentence says that the gain is out of the game, its curve is level, and nowhere else', () => {
  for (const f of ['linear', 'relu', 'leaky', 'tanh', 'gelu'] as const) {
    for (const norm of ['none', 'rms', 'layer'] as const) {
      const drifts = [0.5, 1, 2].map((gain) =>
        driftPerLayer({ ...plainWalk, nonlinearity: f, norm, depth: 30 }, gain),
      );
      const isLevel = Math.max(...drifts) - Math.min(...drifts) < 1e-9;
      expect(isLevel, `${f} ${norm}`).toBe(isGainOut({ ...defaultExperiment, f, norm }));
    }
  }
});
