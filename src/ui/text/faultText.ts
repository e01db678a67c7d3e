import { type Dictionary, dictionary } from '#experiment/dictionary/dictionary.ts';
import type { WalkState } from '#run/store.ts';
import { checkText } from './checkText.ts';

type Fault = WalkState['losses'][number];

const words = () => dictionary('afterStart').faults;
const badge = () => dictionary('page').badge;

function detailOf(fault: Fault): string {
  if ('checks' in fault) return fault.checks.map(checkText).join('; ');
  return 'detail' in fault ? fault.detail : '';
}

/** What went wrong with a backend, in a sentence for people; what was measured, or the browser's own words, in brackets. */
export function faultText(fault: Fault): string {
  const isWorker = fault.reason === 'lost' && fault.backend === 'wasm';
  const sentence = isWorker ? words().lostWorker : words()[fault.reason](badge().names[fault.backend]);
  const detail = detailOf(fault);
  return detail === '' ? sentence : `${sentence} (${detail})`;
}

/** What runs instead of what failed, and what that means for the page. */
export function insteadText(backend: keyof Dictionary['page']['badge']['names']): string {
  if (backend === 'cpu') return words().insteadCpu;
  return backend === 'wasm' ? words().insteadWasm : words().instead(badge().names[backend]);
}
