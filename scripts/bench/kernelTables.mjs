import { pythonTraining, pythonWalks } from './pythonPeers.mjs';
import { digits, keep } from './report.mjs';

/** The rows with how often each beats the best row that `isPeer` of the same size. */
function compared(rows, speedOf, sizeOf, isPeer) {
  return rows.map((row) => {
    const peers = rows.filter((other) => sizeOf(other) === sizeOf(row) && isPeer(other));
    return digits(speedOf(row) / Math.max(...peers.map(speedOf)));
  });
}

/** The slowest and the fastest round over the one that is told. */
const spreadText = ({ spread }) => spread.map((times) => times.toFixed(2)).join(' to ');

const isOurs = (way) => way.startsWith('fused') || way.startsWith('WebAssembly');

async function walkTable(call, rounds) {
  const report = await call('walkBench', rounds);
  const fused = report.rows.filter(({ way }) => way.startsWith('fused'));
  const sizes = fused.map(({ width, depth, walks }) => ({ width, depth, walks }));
  const rows = [...report.rows, ...(await pythonWalks(sizes, rounds))].sort((a, b) => a.width - b.width);
  /** How often our best beats a row of its width. */
  const ourTimes = (row) => {
    const ours = rows.filter(({ width, way }) => width === row.width && isOurs(way));
    const best = Math.max(...ours.map(({ weightsPerSecond }) => weightsPerSecond));
    return digits(best / row.weightsPerSecond);
  };
  console.log(`${report.device}, median of ${report.rounds} rounds, ReLU, forward and backward`);
  console.table(
    rows.map((row) => ({
      way: row.way,
      N: row.width,
      D: row.depth,
      'walks/s': digits(row.walksPerSecond),
      'million weights/s': digits(row.weightsPerSecond / 1e6),
      'rounds, over it': spreadText(row),
      'our best is x': ourTimes(row),
      'mean ln Z': digits(row.meanLnZ),
    })),
  );
  await keep('walk', { ...report, rows });
}

async function freeTable(call) {
  const report = await call('freeBench');
  console.log(
    `${report.device}, matrix-free beside real matrices, gradient; KS below 2.33 is one law (4e-5)`,
  );
  console.table(
    report.rows.map((row) => ({
      sampler: row.way,
      f: row.nonlinearity,
      D: row.depth,
      N: row.width,
      walks: row.walks,
      seconds: digits(row.seconds),
      'walks/s': digits(row.walksPerSecond),
      'mean ln Z': digits(row.meanLnZ),
      KS: row.distance === null ? null : digits(row.distance),
    })),
  );
  await keep('free', report);
}

async function trainTable(call, rounds) {
  const report = await call('trainBench', rounds);
  const sizes = report.rows.filter(({ way }) => way === report.rows[0]?.way);
  const rows = [...report.rows, ...(await pythonTraining(sizes, rounds))].sort(
    (a, b) => a.width * a.depth - b.width * b.depth,
  );
  const timesBest = (isPeer) =>
    compared(
      rows,
      (row) => row.stepsPerSecond,
      (row) => `${row.depth} ${row.width}`,
      isPeer,
    );
  const ratios = timesBest((row) => row.way.startsWith('composed') || row.way.startsWith('layers'));
  const ofJax = timesBest((row) => row.way.startsWith('jax-js'));
  const ofPyTorch = timesBest((row) => row.way.startsWith('PyTorch') && row.way.endsWith('cpu'));
  console.log(
    `${report.device}, median of ${report.rounds} rounds, tanh, a training step of 784 - N x D - 10`,
  );
  console.table(
    rows.map((row, i) => ({
      way: row.way,
      D: row.depth,
      N: row.width,
      batch: row.batch,
      'steps/s': digits(row.stepsPerSecond),
      'rounds, over it': spreadText(row),
      'x best TensorFlow.js': ratios[i],
      'x jax-js': Number.isFinite(ofJax[i]) && ofJax[i] > 0 ? ofJax[i] : null,
      'x PyTorch on the processor': Number.isFinite(ofPyTorch[i]) && ofPyTorch[i] > 0 ? ofPyTorch[i] : null,
      'JavaScript ms/step': row.scriptMs === undefined ? null : digits(row.scriptMs),
      'last loss': digits(row.lastLoss),
    })),
  );
  await keep('train', { ...report, rows });
}

async function theoryTable(call, rounds) {
  const report = await call('theoryBench', rounds);
  const times = (pair) => (pair ? pair.map(digits).join(', ') : 'none');
  console.log(
    `Theory of a pass of 1000 layers, ms; median and largest over settings, of ${report.rounds} rounds each`,
  );
  console.table(
    report.rows.map((row) => ({
      f: row.nonlinearity,
      'first, N = 100': digits(row.firstWide),
      'first, N = 24': digits(row.firstNarrow),
      'order 1/N': times(row.orderOne),
      'two numbers': times(row.twoNumber),
    })),
  );
  await keep('theory', report);
}

async function growthTable(call, rounds) {
  const report = await call('growthBench', rounds);
  console.log('Walks of 100 layers of 128, and the same with one size doubled, in turn');
  console.table(
    report.rows.map(({ way, doubled, seconds, times, expected }) => ({
      way,
      doubled,
      seconds: digits(seconds),
      times: digits(times),
      'work, times': expected,
    })),
  );
  await keep('growth', report);
}

/** The tables of the kernels by their names: each is given `call(part, ...arguments)` and how many rounds. */
export const kernelTables = {
  walk: walkTable,
  free: freeTable,
  train: trainTable,
  theory: theoryTable,
  growth: growthTable,
};
