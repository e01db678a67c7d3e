import { finiteTheory } from '#theory/finiteWidth/finiteTheory.ts';
import { finiteWidth } from '#theory/finiteWidth/finiteWidth.ts';
import { provideLateTheory } from '#theory/lateTheory.ts';
import { namedGain } from '#theory/namedGain.ts';
import { type Nonlinearity, nonlinearityNames } from '#theory/nonlinearity.ts';
import { passNames } from '#theory/pass.ts';
import { median } from './middle.ts';

/** What theory of finite width costs a pass of a thousand layers of one nonlinearity, ms; null where that kind is never the one. */
export interface TheoryBenchRow {
  readonly nonlinearity: Nonlinearity;
  /** The first pass there is, its tables empty: at N = 100, and at N = 24, where two numbers are kept. */
  readonly firstWide: number;
  readonly firstNarrow: number;
  /** Median and largest of what settings take once their tables are there, the median of the rounds each. */
  readonly orderOne: readonly [median: number, largest: number] | null;
  readonly twoNumber: readonly [median: number, largest: number] | null;
}

export interface TheoryBench {
  readonly rounds: number;
  readonly rows: readonly TheoryBenchRow[];
}

const depth = 1000;

/** A processor's time in Node, where others may load the machine; a page has a clock alone. */
const { process: node } = globalThis as {
  readonly process?: { cpuUsage(): { user: number; system: number } };
};
const nowMs = () => {
  const used = node?.cpuUsage();
  return used ? (used.user + used.system) / 1000 : performance.now();
};

function timed(work: () => unknown): number {
  const start = nowMs();
  work();
  return nowMs() - start;
}

/** Settings around g*, as a slider passes them: narrow and wide, with biases and without, in every pass. */
function settingsOf(nonlinearity: Nonlinearity) {
  const plain = { nonlinearity, weights: 'gaussian', depth, inputScale: 1, biasDeviation: 0 } as const;
  const best = namedGain('auto', { ...plain, width: 100 }).value;
  return [24, 100, 400].flatMap((width) =>
    [0.9, 0.98, 1, 1.1].flatMap((factor) =>
      [0, 0.1].flatMap((biasDeviation) =>
        passNames.map((pass) => ({ setting: { ...plain, width, biasDeviation, gain: factor * best }, pass })),
      ),
    ),
  );
}

function rowOf(nonlinearity: Nonlinearity, rounds: number): TheoryBenchRow {
  const first = {
    nonlinearity,
    weights: 'gaussian',
    depth,
    inputScale: 1,
    biasDeviation: 0.1,
    gain: 1.3,
  } as const;
  const firstWide = timed(() => finiteTheory({ ...first, width: 100 }, 'backward'));
  const firstNarrow = timed(() => finiteTheory({ ...first, width: 24 }, 'backward'));
  const known = settingsOf(nonlinearity).flatMap(({ setting, pass }) => {
    const theory = finiteTheory(setting, pass);
    const times = Array.from({ length: rounds }, () => timed(() => finiteTheory(setting, pass)));
    return theory ? [{ kind: theory.kind, ms: median(times) }] : [];
  });
  const of = (asked: string) => {
    const times = known.filter(({ kind }) => kind === asked).map(({ ms }) => ms);
    return times.length > 0 ? ([median(times), Math.max(...times)] as const) : null;
  };
  return { nonlinearity, firstWide, firstNarrow, orderOne: of('order-1/N'), twoNumber: of('two-number') };
}

/** The cost of theory at depth 1000, all nine nonlinearities, in one thread of whatever runs this. */
export function theoryBench(rounds: number): TheoryBench {
  provideLateTheory(finiteWidth);
  return { rounds, rows: nonlinearityNames.map((name) => rowOf(name, rounds)) };
}
