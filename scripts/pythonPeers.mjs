import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const scriptOf = (name) => join(import.meta.dirname, `../tests/bench/${name}.py`);

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

/** The bench's walks by NumPy and PyTorch, on the processor and on CUDA, where this machine has them: rows like `walkBench`'s. */
export function pythonWalks(sizes, rounds) {
  const batched = { ...cuda, name: 'PyTorch, many walks at once' };
  return rowsOf('walkPeers', [...processor, batched], sizes, (peer, size) => {
    const { width, depth, walks } = size;
    const batch = peer.device === 'cuda' ? cudaBatch(size) : 1;
    // The processor's peers walk one by one: a few hundred say how fast.
    const count = peer.device === 'cuda' ? Math.max(batch, walks) : Math.min(walks, 100);
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
