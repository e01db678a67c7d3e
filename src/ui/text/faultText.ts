import type { WalkState } from '#state/store.ts';
import { en } from './en.ts';

type Fault = WalkState['losses'][number];

/** What went wrong with a backend, in a sentence for people; the browser's own words follow in brackets. */
export function faultText({ backend, reason, detail }: Fault): string {
  const name = en.badge.names[backend];
  const sentence = {
    absent: `${name} is not available here.`,
    'no-adapter': `This browser has ${name}, but found no graphics adapter for it.`,
    'self-test-failed': `${name} gave wrong answers in the start-up self-test and is not used.`,
    lost: `The graphics device went away.`,
    error: `${name} could not be started.`,
  }[reason];
  return detail === '' ? sentence : `${sentence} (${detail})`;
}

/** What runs instead of what failed, and what that means for the page. */
export function insteadText(backend: keyof typeof en.badge.names): string {
  if (backend === 'cpu') {
    return 'The same walks are made by the TypeScript reference on the processor: the same numbers to rounding, more slowly.';
  }
  return `The walks are made with ${en.badge.names[backend]}; the run was begun again.`;
}
