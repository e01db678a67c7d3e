import type { WalkSettings } from '#engine/walk/protocol.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { formatLink } from '#experiment/link/linkCodec.ts';

/** Joins a script's parts, two blank lines between them, as Python's style guide has it. */
export function joinParts(parts: readonly string[]): string {
  return `${parts.map((part) => part.trim()).join('\n\n\n')}\n`;
}

/** A number in Python's words; ten digits are more than any of them is known to matter for. */
export function pythonNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return 'None';
  if (!Number.isFinite(value)) return value > 0 ? 'math.inf' : '-math.inf';
  return String(Number(value.toPrecision(10)));
}

/** Words for the first lines of a script: what it does, and the link of the experiment. */
export function scriptHeader(what: string, experiment: Experiment, address: string): string {
  const link = formatLink(experiment);
  return `"""${what}

The experiment: ${address}${link === '' ? '' : `#${link}`}
Needs PyTorch. Random numbers are PyTorch's own: equal in law to the page's, not digit by digit.
"""`;
}

/** Said in the header where the page walks without matrices. */
export const freeRemark = (points: readonly WalkSettings[]) =>
  points.some(({ sampler }) => sampler === 'free')
    ? '\nThe page walks this without matrices; here they are real, the law is the same.'
    : '';
