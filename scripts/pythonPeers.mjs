import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const script = join(import.meta.dirname, '../tests/bench/walkPeers.py');
const names = { numpy: 'NumPy', torch: 'PyTorch' };

/** The first Python that has a library, or null. */
async function pythonWith(library) {
  for (const python of ['python3', '/usr/bin/python3']) {
    const isThere = await run(python, ['-c', `import ${library}`]).then(
      () => true,
      () => false,
    );
    if (isThere) return python;
  }
  return null;
}

/** The bench's walks by NumPy and PyTorch on the processor, where this machine has them: rows like `walkBench`'s. */
export async function pythonPeers(sizes, rounds) {
  const rows = [];
  for (const [library, name] of Object.entries(names)) {
    const python = await pythonWith(library);
    if (python === null) {
      console.log(`${name} is not on this machine`);
      continue;
    }
    for (const { width, depth, walks } of sizes) {
      const args = [script, library, width, depth, walks, rounds].map(String);
      const { stdout } = await run(python, args);
      const { version, ...speed } = JSON.parse(stdout);
      rows.push({ way: `${name} ${version}, processor`, width, depth, walks, ...speed });
    }
  }
  return rows;
}
