import '@tensorflow/tfjs-backend-cpu';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setBackend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUniforms } from '#engine/random/uniforms.ts';
import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { normEpsilon } from '#engine/train/normEpsilon.ts';
import { freshState } from '#engine/train/trainer.ts';
import { writeNetwork } from '#run/train/network/networkFile.ts';
import { ends, networkRecord } from '../run/networkRecord.ts';
import { requirePyTorch } from './runPython.ts';

let folder = '';
beforeAll(async () => {
  requirePyTorch();
  await setBackend('cpu');
  folder = mkdtempSync(join(tmpdir(), 'network-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const kinds = {
  plain: {},
  residual: { residual: 0.4 },
  norm: { norm: 'layer' },
  'RMS norm': { norm: 'rms', f: 'relu' },
  tied: { tied: 1, optimizer: 'adam' },
  'tied, residual, normalised': { tied: 1, residual: 0.3, norm: 'rms' },
} as const;

/** Reads a file with NumPy alone, builds its network in PyTorch from the experiment in it, and prints what it answers. */
const program = `
import json, struct, sys
import numpy, torch
count, files = int(sys.argv[1]), sys.argv[2:]
x = torch.tensor(json.load(sys.stdin)).reshape(count, -1)
def read(file):
    with open(file, "rb") as opened:
        length, = struct.unpack("<Q", opened.read(8))
        return json.loads(opened.read(length)), opened.read()
def answers(file):
    head, numbers = read(file)
    texts = head.pop("__metadata__")
    def tensor(stated):
        start, end = stated["data_offsets"]
        return torch.from_numpy(numpy.frombuffer(numbers, "<f4", (end - start) // 4, start).reshape(stated["shape"]).copy())
    state = {name: tensor(stated) for name, stated in head.items()}
    of = json.loads(texts["experiment"])["experiment"]
    f = {"tanh": torch.tanh, "relu": torch.relu}[of["f"]]
    tied, alpha, norm = of["tied"], of["residual"], of["norm"]
    layers = [torch.nn.Linear(*state[f"layers.{i}.weight"].shape[::-1]) for i in range((1 if tied else of["depth"]) + 2)]
    own = {k[len("layers."):]: v for k, v in state.items() if k.startswith("layers.")}
    torch.nn.ModuleList(layers).load_state_dict(own)
    def normalised(h):
        if norm == "none": return h
        if norm == "layer": h = h - h.mean(-1, keepdim=True)
        return h * (h.square().mean(-1, keepdim=True) + ${normEpsilon}).rsqrt()
    first, *hidden, last = layers
    h = first(x) if alpha > 0 else f(first(x))
    for d in range(of["depth"]):
        branch = f(hidden[0 if tied else d](normalised(h)))
        h = h + alpha * branch if alpha > 0 else branch
    return last(normalised(h)).flatten().tolist()
with torch.no_grad():
    print(json.dumps([answers(file) for file in files]))
`;

const count = 16;
const uniform = createUniforms(3, 4, 5);
const inputs = Float32Array.from({ length: count * ends.inputs }, () => 4 * uniform() - 2);

/** Saves a network of some kind; what the app answers with it. */
async function savedAnswers(name: string, patch: Parameters<typeof networkRecord>[0]): Promise<Float32Array> {
  const record = networkRecord({ ...patch, depth: 5, width: 24 });
  const bytes = writeNetwork(record);
  if (!bytes || !record.checkpoint) throw new Error('Nothing was written.');
  writeFileSync(join(folder, name), bytes);
  const { tied, residual, norm, width, depth, nonlinearity } = record.plan.settings;
  const shape = { ...ends, width, depth, tied: tied === 1, residual, norm };
  const setting = { shape, nonlinearity, task: 'classify', optimizer: 'sgd', batch: count } as const;
  const trainer = createComposedTrainer(setting, freshState(record.checkpoint.state.weights));
  const answers = await trainer.outputs({ count, inputs, labels: new Uint8Array(count) });
  trainer.dispose();
  return answers;
}

test('saved networks of every kind answer in PyTorch what they answer here, to 1e-5', async () => {
  const names = Object.keys(kinds);
  const ours = await Promise.all(Object.entries(kinds).map(([name, patch]) => savedAnswers(name, patch)));
  const files = names.map((name) => join(folder, name));
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', program, String(count), ...files], {
    input: JSON.stringify([...inputs]),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const theirs: number[][] = JSON.parse(stdout);
  for (const [i, answers] of ours.entries()) {
    const found = theirs[i] ?? [];
    expect(found, names[i]).toHaveLength(answers.length);
    expect(Math.max(...answers.map(Math.abs)), names[i]).toBeGreaterThan(0.1);
    const largest = Math.max(...answers.map((value, k) => Math.abs(value - (found[k] ?? Number.NaN))));
    expect(largest, names[i]).toBeLessThan(1e-5);
  }
}, 300_000);
