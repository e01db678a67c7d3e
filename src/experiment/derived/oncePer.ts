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

/** Answers that are remembered: more than a sweep has points. */
const remembered = 64;

/** `compute`, worked out again only when the key of what it is asked for is not among the last ones. */
export function oncePerKey<K, R>(keyOf: (value: K) => string, compute: (value: K) => R): (value: K) => R {
  const answers = new Map<string, { readonly answer: R }>();
  return (value) => {
    const key = keyOf(value);
    const known = answers.get(key) ?? { answer: compute(value) };
    // The latest stands last, the oldest first.
    answers.delete(key);
    answers.set(key, known);
    for (const oldest of answers.keys()) {
      if (answers.size <= remembered) break;
      answers.delete(oldest);
    }
    return known.answer;
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
