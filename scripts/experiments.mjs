import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { withEngineInNode } from './withEngineInNode.mjs';

/**
 * The questions of `src/experiment/questions/`, put to training in Node by our kernels in WebAssembly: `npm run experiments`,
 * a night of two cores, `-- --small` in minutes. It goes on where it was left: every finished run is a line of
 * docs/experiments/. `--data digits,mnist,phones`, `--questions gain,time`, `--mnist folder`; `--part 0/2` and `--part 1/2` share it between two processes.
 */
const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    data: { type: 'string', default: 'digits,mnist,phones' },
    questions: { type: 'string', default: 'gain,shape,encode,time,cures,tied' },
    mnist: { type: 'string', default: '../shared/data/mnist' },
    part: { type: 'string', default: '0/1' },
    folder: { type: 'string', default: 'docs/experiments' },
  },
});
const [part, parts] = values.part.split('/').map(Number);
const size = values.small ? 'small' : 'full';
const fileOf = (question) => `${values.folder}/${question}.jsonl`;
const keyOf = (scope, { part: figure, series, x, seed }) =>
  [scope.data, scope.size, figure, series, x, seed].join(' ');

const rowsOf = (question) =>
  existsSync(fileOf(question))
    ? readFileSync(fileOf(question), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];

/** Numbers with as many digits as they have meaning. */
const shortened = (_key, value) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
const append = (question, row) => appendFileSync(fileOf(question), `${JSON.stringify(row, shortened)}\n`);

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const session = {
  session: new Date().toISOString(),
  version,
  processor: cpus()[0].model,
  cores: cpus().length,
  runtime: `Node ${process.version}`,
};

mkdirSync(values.folder, { recursive: true });
await withEngineInNode(async (call) => {
  for (const data of values.data.split(',')) {
    if (data === 'mnist' && !existsSync(values.mnist)) {
      console.log(`MNIST is left out: there is no ${values.mnist}.`);
      continue;
    }
    const scope = { data, size };
    const left = [];
    for (const question of values.questions.split(',')) {
      const done = new Set(rowsOf(question).map((row) => keyOf(row, row)));
      const trials = await call('trialsOf', question, scope);
      const mine = trials.filter((trial, i) => i % parts === part && !done.has(keyOf(scope, trial)));
      if (mine.length > 0) append(question, session);
      left.push(...mine.map((trial) => ({ question, trial })));
    }
    // Every question with the first seed, then with the next, the deepest last: what there is at any time answers all of them.
    const deep = ({ patch }) => (patch.depth >= 200 ? 1 : 0);
    left.sort((a, b) => a.trial.seed - b.trial.seed || deep(a.trial) - deep(b.trial));
    for (const [i, { question, trial }] of left.entries()) {
      const row = await call('answerTrial', question, scope, trial, values.mnist);
      append(question, row);
      const said = `${row.error?.toFixed(3)} ${row.steps} steps ${row.seconds.toFixed(1)} s`;
      console.log(`${i + 1}/${left.length}`, question, keyOf(scope, trial), said);
    }
  }
});
