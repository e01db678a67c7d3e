import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';

/** `compute`, worked out once for each object. Objects are values that never change; an answer is forgotten with its object. */
export function oncePer<K extends object, R>(compute: (value: K) => R): (value: K) => R {
  const answers = new WeakMap<K, { readonly answer: R }>();
  return (value) => {
    const known = answers.get(value) ?? { answer: compute(value) };
    answers.set(value, known);
    return known.answer;
  };
}

/** `compute`, worked out again only when the key of what it is asked for is not the last one's. */
export function oncePerKey<K, R>(keyOf: (value: K) => string, compute: (value: K) => R): (value: K) => R {
  let last: { readonly key: string; readonly answer: R } | null = null;
  return (value) => {
    const key = keyOf(value);
    if (last?.key !== key) last = { key, answer: compute(value) };
    return last.answer;
  };
}

/** `compute`, worked out once for each experiment with the gains found so far. */
export function oncePerExperiment<R>(
  compute: (experiment: Experiment, found: FoundGains) => R,
): (experiment: Experiment, found: FoundGains) => R {
  const answers = oncePer((found: FoundGains) =>
    oncePer((experiment: Experiment) => compute(experiment, found)),
  );
  return (experiment, found) => answers(found)(experiment);
}
