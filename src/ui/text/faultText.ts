import type { WalkState } from '#state/store.ts';
import { pageWords } from './words.ts';

type Fault = WalkState['losses'][number];

const { faults: words, badge } = pageWords;

/** What went wrong with a backend, in a sentence for people; the browser's own words follow in brackets. */
export function faultText({ backend, reason, detail }: Fault): string {
  const sentence = words[reason](badge.names[backend]);
  return detail === '' ? sentence : `${sentence} (${detail})`;
}

/** What runs instead of what failed, and what that means for the page. */
export function insteadText(backend: keyof typeof badge.names): string {
  return backend === 'cpu' ? words.insteadCpu : words.instead(badge.names[backend]);
}
