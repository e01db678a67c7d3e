import type { WalkState } from '#run/store.ts';
import { checkText } from './checkText.ts';
import { pageWords } from './words.ts';

type Fault = WalkState['losses'][number];

const { faults: words, badge } = pageWords;

function detailOf(fault: Fault): string {
  if ('checks' in fault) return fault.checks.map(checkText).join('; ');
  return 'detail' in fault ? fault.detail : '';
}

/** What went wrong with a backend, in a sentence for people; what was measured, or the browser's own words, in brackets. */
export function faultText(fault: Fault): string {
  const sentence = words[fault.reason](badge.names[fault.backend]);
  const detail = detailOf(fault);
  return detail === '' ? sentence : `${sentence} (${detail})`;
}

/** What runs instead of what failed, and what that means for the page. */
export function insteadText(backend: keyof typeof badge.names): string {
  return backend === 'cpu' ? words.insteadCpu : words.instead(badge.names[backend]);
}
