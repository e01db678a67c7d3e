import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { withEngineInNode } from './withEngineInNode.mjs';

/**
 * `rate=auto` and `gain=auto` over a grid of networks, each trained for 300 steps on digits: `npm run grid`. It goes on where it
 * was left; `--mnist folder` races `auto` to 90 % of MNIST's held-out digits against rates that are given, from `--seed 1`; `--part 0/2` and `--part 1/2` share it between two processes; `--table` prints the table of docs/grid/rateGrid.jsonl, with the rows that were made here in place of its own.
 */
const { values } = parseArgs({
  options: {
    part: { type: 'string', default: '0/1' },
    table: { type: 'boolean' },
    mnist: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const [part, parts] = values.part.split('/').map(Number);
const folder = 'bench-results';
const fileOf = (name) => `${folder}/rateGrid-${name}.jsonl`;

const names = ['linear', 'relu', 'leaky', 'tanh', 'sigmoid', 'erf', 'selu', 'gelu', 'swish'];
const depths = [2, 20, 100, 500];
const widths = [16, 64, 128];
const seeds = [1, 2, 3];

const cells = depths.flatMap((depth) =>
  seeds.flatMap((seed) =>
    widths.flatMap((width) => names.map((f) => ({ f, depth, width, seed, batch: 32, steps: 300 }))),
  ),
);
const keyOf = ({ f, depth, width, seed }) => [f, depth, width, seed].join(' ');

const rowsIn = (file) =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
const rowsOf = (name) => rowsIn(fileOf(name));
const madeHere = () => Array.from({ length: parts }, (_, i) => rowsOf(`${i}of${parts}`)).flat();
/** What is on record, with what was made here in place of it. */
const allRows = () => [
  ...new Map([...rowsIn('docs/grid/rateGrid.jsonl'), ...madeHere()].map((row) => [keyOf(row), row])).values(),
];

/** Whether a network left float32 in its first pass, forwards or back, before any rate was used. */
const isBeyond = ({ diverged, first, last }) => diverged && (last === null || last === first);

/** A row for each depth and width: runs, divergences, those that learned, and those left without a reason. */
function table(rows) {
  return depths.flatMap((depth) =>
    widths.map((width) => {
      const group = rows.filter((row) => row.depth === depth && row.width === width);
      const share = (test) => group.filter(test).length;
      return {
        D: depth,
        N: width,
        runs: group.length,
        diverged: share((row) => row.diverged && !isBeyond(row)),
        'beyond float32 at once': share(isBeyond),
        'below guessing at 100': share(({ at100 }) => at100 < 1),
        'learned by 300': share(({ stuck, diverged }) => !stuck && !diverged),
        'a reason named': share(
          ({ stuck, diverged, remedies }) => (stuck || diverged) && remedies.length > 0,
        ),
        'none named': share(({ stuck, diverged, remedies }) => (stuck || diverged) && remedies.length === 0),
        halved: share(({ halvings }) => halvings > 0),
      };
    }),
  );
}

if (values.mnist) {
  await withEngineInNode(async (call) => {
    const results = [];
    for (const rate of ['auto', 0.001, 0.003, 0.01, 0.03]) {
      results.push(await call('mnistRace', values.mnist, rate, 0.9, 10_000, Number(values.seed)));
      console.log(results.at(-1));
    }
    console.table(results);
  });
} else if (values.table) {
  console.table(table(allRows()));
} else {
  mkdirSync(folder, { recursive: true });
  const mine = `${part}of${parts}`;
  const done = new Set(rowsOf(mine).map(keyOf));
  const left = cells.filter((cell, i) => i % parts === part && !done.has(keyOf(cell)));
  await withEngineInNode(async (call) => {
    for (const cell of left) {
      const row = await call('rateGrid', cell);
      appendFileSync(fileOf(mine), `${JSON.stringify(row)}\n`);
      console.log(keyOf(row), row.foundRate.toPrecision(3), row.last.toFixed(3), row.remedies.join(' '));
    }
    console.table(table(madeHere()));
  });
}
