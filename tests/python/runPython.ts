import { spawnSync } from 'node:child_process';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { pythonScript } from '#python/pythonScript.ts';

const python = '/usr/bin/python3';

/** Runs every script of a list as a program of its own, in one process: PyTorch takes seconds to load. */
const runner = `
import contextlib, io, json, sys, torch
torch.set_num_threads(1)
given, outputs = json.load(sys.stdin), []
for text, arguments in given:
    sys.argv = ["script", *arguments]
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(text, "script", "exec"), {"__name__": "__main__"})
    outputs.append(printed.getvalue())
json.dump(outputs, sys.stdout)
`;

/** Throws where a script could not run, and says what to install. */
export function requirePyTorch(): void {
  const { status, stderr, error } = spawnSync(python, ['-c', 'import numpy, torch'], { encoding: 'utf8' });
  if (status === 0) return;
  const why = error?.message ?? stderr.trim().split('\n').at(-1);
  throw new Error(
    `These tests need ${python} with PyTorch (${why}). Debian: apt-get install python3-torch python3-numpy`,
  );
}

/** The script of an experiment, and the arguments that it needs to run in its own process. */
export function scriptOf(patch: Partial<Experiment>, mnist: string) {
  const experiment = { ...defaultExperiment, ...patch };
  const isTraining = patch.view === 'train' || (patch.view === 'scale' && patch.sweep === 'error');
  const isSpread = patch.view !== 'train';
  return {
    text: pythonScript(experiment, noFoundGains, 'https://x/').text,
    files: isTraining && experiment.data !== 'spirals' ? ['--mnist', mnist] : [],
    here: isSpread ? ['--on', 'here'] : [],
  };
}

/** What the scripts of some experiments print; throws with Python's own words if one fails. */
export function printedBy(patches: readonly Partial<Experiment>[], mnist: string): readonly string[] {
  const scripts = patches.map((patch) => {
    const { text, files, here } = scriptOf(patch, mnist);
    return [text, [...files, ...here]];
  });
  const options = { input: JSON.stringify(scripts), encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  const { status, stdout, stderr } = spawnSync(python, ['-c', runner], options);
  if (status !== 0 || stderr !== '') throw new Error(`Python failed: ${stderr}`);
  return JSON.parse(stdout);
}

/** Whether Python finds a module. */
export const hasModule = (name: string): boolean => spawnSync(python, ['-c', `import ${name}`]).status === 0;

/** What a script prints that runs as a file of its own, as whoever saved it runs it. */
export function printedByFile(file: string, given: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(python, [file, ...given], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Python failed: ${stderr}`);
  return stdout;
}

/** The numbers of the lines that begin with one; `-` is NaN. */
export const rowsOf = (text: string | undefined): readonly (readonly number[])[] =>
  (text ?? '')
    .split('\n')
    .filter((line) => /^ *\d/.test(line))
    .map((line) => line.trim().split(/\s+/).map(Number));
