import { parseArgs } from 'node:util';
import { drawTable } from './bench/drawTable.mjs';
import { kernelTables } from './bench/kernelTables.mjs';
import { pageTables } from './bench/pageTables.mjs';
import { benchParts } from './benchParts.mjs';
import { withEngineInNode } from './withEngineInNode.mjs';
import { withEngineTab } from './withEngineTab.mjs';

/**
 * Speed, side by side in one run: tables here, and JSON in bench-results/. `npm run bench -- 3` takes 3 rounds; more words do
 * those parts: of the kernels `walk`, `free`, `train`, `theory` and `growth`, then `draw`, and of the built app `drag`, `slide`,
 * `stream`, `start`, `memory` and `long`. `--node` runs the kernels in Node, by Dawn, without a browser.
 */
const { values, positionals } = parseArgs({ options: { node: { type: 'boolean' } }, allowPositionals: true });
const rounds = Number(positionals[0] ?? 5);
const parts = positionals.slice(1);
const does = (name) => parts.length === 0 || parts.includes(name);

const asked = (tables) => Object.keys(tables).filter(does);

async function kernels(call) {
  for (const name of asked(kernelTables)) await kernelTables[name](call, rounds);
}

/** Does `work(call)`, whose `call(part, ...arguments)` runs a part of the bench in a browser's page. */
const inTab = (work) =>
  withEngineTab(4182, '#run=0&backend=cpu', ['@tensorflow/tfjs', '@jax-js/jax'], (tab) =>
    work((name, ...given) =>
      tab.evaluate(
        async ([file, part, list]) => (await import(file))[part](...list),
        [benchParts[name], name, given],
      ),
    ),
  );

if (asked(kernelTables).length > 0) await (values.node ? withEngineInNode(kernels) : inTab(kernels));
if (!values.node) {
  if (does('draw')) await inTab((call) => drawTable(call, rounds));
  for (const name of asked(pageTables)) await pageTables[name](rounds);
}
