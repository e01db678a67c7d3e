import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { memoryOf } from '#engine/train/checkpoint.ts';
import { emptyWeights, plainKind } from '#engine/train/network.ts';
import { createRunRate } from '#engine/train/rate/runRate.ts';
import { freshState, type Trainer } from '#engine/train/trainer.ts';
import { autoRatePython } from '#python/autoRatePython.ts';

const guessing = Math.log(10);
const batch = 64;
const first = 0.0123;

/** What Python's rule makes of losses, one after the other: what it keeps, where it goes back to, with what rate. */
const program = `
import copy, json, math, sys
from types import SimpleNamespace
${autoRatePython}

class Part:
    def state_dict(self): return {}
    def load_state_dict(self, state): pass

def heard(losses):
    safety = Safety(SimpleNamespace(batch=${batch}), Part(), Part(), ${guessing}, ${first})
    step, rate, events = 0, ${first}, []
    for loss in losses:
        if not safety.hears(loss, rate) and (back := safety.back(step, rate)) is not None:
            step, rate = back
            events.append(["back", step, rate, safety.halved_at])
            continue
        step += 1
        if safety.is_due(step):
            safety.keep(step, rate)
            rate = safety.adjusted(step, rate, lambda: 0)
            events.append(["kept", step, rate])
    return events

json.dump([heard(losses) for losses in json.load(sys.stdin)], sys.stdout)
`;

const state = freshState(emptyWeights({ inputs: 1, width: 1, depth: 1, outputs: 1, ...plainKind }));
/** A network that bears no rate at all, so that none grows. */
const trainer = {
  state: async () => state,
  restore: async () => undefined,
  evaluate: async () => [{ loss: Number.NaN, accuracy: 0 }],
  measure: async () => ({ weightGradient: new Float32Array(3) }),
  train: async () => ({ outcomes: [{ loss: Number.NaN, accuracy: 0 }], fault: null }),
} as unknown as Trainer;
const oneSample = { count: 1, inputs: new Float32Array(1), labels: new Uint8Array(1) };

/** The same of the page's rule. */
async function heardHere(losses: readonly number[]): Promise<unknown[]> {
  const known = memoryOf(first);
  const rate = createRunRate({ trainer, optimizer: 'sgd', batch, constantLoss: guessing, known });
  const prepare = (at: number) => rate.prepare(at, { rate: 'auto', momentum: 0 }, () => oneSample);
  await prepare(0);
  const events: unknown[] = [];
  let step = 0;
  for (const loss of losses) {
    const back = await rate.hear(step + 1, [{ loss, accuracy: 0 }], null);
    step = back?.step ?? step + 1;
    const isKept = rate.memory.kept.at(-1)?.step === step;
    const { found, halvedAt } = rate.memory;
    if (back) events.push(['back', step, found, halvedAt]);
    else if (isKept) events.push(['kept', step, await prepare(step)]);
  }
  return events;
}

/** A loss that falls, with now and then a spike of some height and length. */
function spiky(seed: number): number[] {
  let word = seed;
  const uniform = () => {
    word = (1664525 * word + 1013904223) % 2 ** 32;
    return word / 2 ** 32;
  };
  let left = 0;
  let height = 0;
  return Array.from({ length: 1500 }, (_, i) => {
    if (left > 0) left -= 1;
    else if (uniform() < 0.01) [left, height] = [Math.floor(80 * uniform()), 4 * uniform() ** 2];
    return guessing * (Math.exp(-i / 400) * (0.9 + 0.2 * uniform()) + (left > 0 ? height : 0));
  });
}

test('Python keeps states, waits for spikes and goes back where the page does, with its rates', async () => {
  const runs = [1, 2, 3, 4, 5, 6, 7, 8].map(spiky);
  const { stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', program], {
    input: JSON.stringify(runs),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const here = await Promise.all(runs.map(heardHere));
  expect(JSON.parse(stdout)).toEqual(here);
  const events = here.flat().filter((event) => Array.isArray(event));
  expect(events.filter(([kind]) => kind === 'back').length).toBeGreaterThan(runs.length);
  const kept = events.filter(([kind]) => kind === 'kept');
  // Some were late because of a spike, and some lowered a rate because of many.
  expect(kept.some(([, step]) => step % 40 === 20)).toBe(true);
  expect(kept.some(([, , rate]) => rate === Number((0.7 * first).toPrecision(3)))).toBe(true);
});
