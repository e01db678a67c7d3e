import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const engine = join(root, 'src/engine');
const room = join(engine, 'assembly');
const cache = join(root, '.cache/assembly');

/** What asc is called with: the fastest code, no garbage collector, no imports, 128-bit vectors. */
const options = [
  '--optimizeLevel 3 --shrinkLevel 0 --noAssert --runtime stub',
  '--enable simd --use abort= --path src',
]
  .join(' ')
  .split(' ');

/** Instructions whose rounding is the machine's own; a binary of its own, for browsers that have them. */
const relaxed = ['--enable', 'relaxed-simd'];

/** `@inline` in the comment above a function becomes AssemblyScript's decorator, which TypeScript has no place for. */
export const withDecorators = (text) =>
  text.replace(/^(\/\*\*(?:(?!\*\/)[\s\S])*@inline \*\/\n)((?:export )?function )/gm, '$1@inline $2');

/** An import `#engine/...` reaches asc as the path of a library. */
const pathOf = (name, folder) =>
  name.includes('#engine/') ? join(engine, name.split('#engine/')[1]) : join(folder, name);

const sources = () =>
  readdirSync(room, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => join(room, name));

/** Compiles one file and what it imports; throws with asc's words where it cannot. */
async function compiled(file, isRelaxed) {
  const { default: asc } = await import('assemblyscript/asc');
  let bytes = null;
  const words = asc.createMemoryStream();
  const { error } = await asc.main(
    [relative(root, file), '--outFile', 'binary', ...options, ...(isRelaxed ? relaxed : [])],
    {
      stdout: words,
      stderr: words,
      readFile(name, folder) {
        const path = pathOf(name, folder === '.' ? root : join(root, folder));
        return existsSync(path) ? withDecorators(readFileSync(path, 'utf8')) : null;
      },
      writeFile(_, contents) {
        bytes = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !bytes) throw new Error(`${relative(root, file)} does not compile.\n${words}`);
  return Buffer.from(bytes);
}

/** The binary of a file, kept until a source of the room, the compiler or the options change. */
async function binaryOf(file, isRelaxed) {
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules/assemblyscript/package.json'), 'utf8'),
  );
  const hash = createHash('sha256').update(
    [version, file, isRelaxed, readFileSync(import.meta.filename)].join(),
  );
  for (const path of sources()) hash.update(path).update(readFileSync(path));
  const kept = join(cache, `${hash.digest('hex').slice(0, 32)}.wasm`);
  if (existsSync(kept)) return readFileSync(kept);
  const binary = await compiled(file, isRelaxed);
  mkdirSync(cache, { recursive: true });
  // Under another name first: two builds may be at it at once.
  const written = `${kept}.${process.pid}`;
  writeFileSync(written, binary);
  renameSync(written, kept);
  return binary;
}

/**
 * A plugin for whatever serves or bundles the engine: `import { binary } from './x.ts?wasm'` is AssemblyScript's x.ts
 * compiled to WebAssembly, in base64, so that it needs no address in a worker, in a page from disk or in Node.
 * `?wasm=relaxed` is the same with relaxed vector instructions.
 */
export function assembly() {
  return {
    name: 'assembly',
    enforce: 'pre',
    async load(id) {
      const [file, query] = id.split('?');
      if (!file.startsWith(room) || !/^wasm(=relaxed)?$/.test(query ?? '')) return null;
      for (const path of sources()) this.addWatchFile(path);
      const binary = await binaryOf(file, query === 'wasm=relaxed');
      return { code: `export const binary = '${binary.toString('base64')}';`, moduleType: 'js' };
    },
  };
}
