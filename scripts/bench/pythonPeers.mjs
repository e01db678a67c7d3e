import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const scriptOf = (name) => join(import.meta.dirname, `../../tests/bench/${name}.py`);

/** The first Python for which a line of Python does not fail, or null. */
async function pythonFor(line) {
  for (const python of ['python3', '/usr/bin/python3']) {
    const isThere = await run(python, ['-c', line]).then(
      () => true,
      () => false,
    );
    if (isThere) return python;
  }
  return null;
}

/** What Python does here: a library, a device, its name for people, and how. */
const processor = [
  { name: 'NumPy', library: 'numpy', device: 'cpu', line: 'import numpy' },
  { name: 'PyTorch', library: 'torch', device: 'cpu', line: 'import torch' },
];
const cuda = { library: 'torch', device: 'cuda', line: 'import torch; assert torch.cuda.is_available()' };

/** Rows of `script` for every peer that this machine has. `argumentsOf`: what the script is given for a peer and a size. */
async function rowsOf(script, peers, sizes, argumentsOf) {
  const rows = [];
  for (const peer of peers) {
    const python = await pythonFor(peer.line);
    if (python === null) {
      console.log(`${peer.name} (${peer.device}) is not on this machine`);
      continue;
    }
    for (const size of sizes) {
      const given = argumentsOf(peer, size).map(String);
      const { stdout } = await run(python, [scriptOf(script), ...given]);
      const { version, ...speed } = JSON.parse(stdout);
      rows.push({ way: `${peer.name} ${version}, ${peer.device}`, ...size, ...speed });
    }
  }
  return rows;
}

/** A batch of matrices that CUDA keeps in some gigabytes: 2 GiB of weights. */
const cudaBatch = ({ width, depth, walks }) =>
  Math.max(1, Math.min(walks, Math.floor(2 ** 29 / (depth * width ** 2))));

/** A batch of matrices that stay near the processor: 16 MiB of weights. */
const processorBatch = ({ width, depth }) => Math.max(1, Math.floor(2 ** 22 / (depth * width ** 2)));

/** The bench's walks by NumPy and PyTorch, on the processor and on CUDA, where this machine has them: rows like `walkBench`'s. */
export function pythonWalks(sizes, rounds) {
  const named = ({ name, ...peer }) => ({ ...peer, name: `${name}, many walks at once`, isBatched: true });
  const peers = [...processor, ...processor.map(named), named({ ...cuda, name: 'PyTorch' })];
  return rowsOf('walkPeers', peers, sizes, (peer, size) => {
    const { width, depth, walks } = size;
    const onCard = peer.device === 'cuda';
    const largest = onCard ? cudaBatch(size) : processorBatch(size);
    const batch = peer.isBatched ? largest : 1;
    // A few hundred walks say how fast the processor's peers are.
    const count = onCard ? Math.max(batch, walks) : Math.max(batch, Math.min(walks, 100));
    return [peer.library, width, depth, count, rounds, peer.device, batch];
  });
}

/** The bench's training step by PyTorch, on the processor and on CUDA: rows like `trainBench`'s. */
export function pythonTraining(sizes, rounds) {
  const peers = [
    { ...processor[1], how: 'eager' },
    { ...cuda, name: 'PyTorch eager', how: 'eager' },
    { ...cuda, name: 'PyTorch, CUDA graph', how: 'graph' },
  ];
  const plain = sizes.map(({ depth, width, batch }) => ({ depth, width, batch }));
  return rowsOf('trainPeers', peers, plain, ({ device, how }, { depth, width, batch }) => [
    depth,
    width,
    batch,
    rounds,
    device,
    how,
  ]);
}
