import type { EngineReason } from '#engine/worker/reason.ts';
import { dictionary } from './dictionary.ts';

/** A reason of the engine as a sentence in the page's language. */
export function reasonText(reason: EngineReason): string {
  // The table pairs every code with the words for its own values.
  const say = dictionary('experiment').reasons[reason.code] as (given: EngineReason) => string;
  return say(reason);
}
