import type { Experiment } from './experiment.ts';
import type { WalkExcuse } from './walkedAs.ts';

/** Something that was asked for and not done as asked. */
export interface Notice {
  readonly kind: 'changed' | 'unreadable' | 'unknown' | 'repeated' | 'newer' | 'unavailable';
  /** Key of the link. */
  readonly key: string;
  /** What was given, as text. */
  readonly given: string;
  /** What is used instead, as text; empty where nothing is. */
  readonly used: string;
  /** The whole in one sentence. */
  readonly message: string;
}

const excuseReasons: Readonly<Record<WalkExcuse, string>> = {
  freeWeights: 'has no law for these weights: matrices are used instead.',
  freeEnsemble: 'cannot share one network between walks: matrices are used instead.',
  branchesAreFree: 'is walked matrix-free.',
  branchWeights: 'needs Gaussian or orthogonal weights: 0 is used instead.',
  branchEnsemble: 'needs a new network for every walk: 0 is used instead.',
  branchPass: 'is not walked for weight gradients: 0 is used instead.',
};

const longest = 40;

/** A value as it may be quoted in a sentence. */
function quoted(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** The notice for a value that was moved or could not be read. */
export function valueNotice(
  kind: 'changed' | 'unreadable',
  key: string,
  given: string,
  used: string,
  because: string,
): Notice {
  const message = `${key}=${quoted(given)} ${because}: ${used} is used instead.`;
  return { kind, key, given, used, message };
}

export function unknownNotice(key: string, given: string): Notice {
  const message = `${quoted(key)}=${quoted(given)} means nothing to this version; it stays in the link and changes nothing.`;
  return { kind: 'unknown', key, given, used: '', message };
}

export function repeatedNotice(key: string, given: string, used: string): Notice {
  const message = `${key} is given more than once: the last, ${quoted(used)}, is used and ${quoted(given)} is not.`;
  return { kind: 'repeated', key, given, used, message };
}

export function newerNotice(given: number, known: number): Notice {
  const message = `This link was made by a newer Gradient Walk (v=${given}; this one knows ${known}). What is understood is shown.`;
  return { kind: 'newer', key: 'v', given: String(given), used: String(known), message };
}

export function unavailableGainNotice(f: string, used: string): Notice {
  const message = `gain=paper: the paper gives no formula for ${f}; g*, ${used}, is used instead.`;
  return { kind: 'unavailable', key: 'gain', given: 'paper', used, message };
}

/** The notice for walks that are not made as the link asks. */
export function excuseNotice(excuse: WalkExcuse, { sampler, residual }: Experiment): Notice {
  const isBranch = excuse.startsWith('branch');
  const [key, given] = isBranch ? ['residual', String(residual)] : ['sampler', sampler];
  const used = isBranch ? '0' : 'matrices';
  return { kind: 'unavailable', key, given, used, message: `${key}=${given} ${excuseReasons[excuse]}` };
}
