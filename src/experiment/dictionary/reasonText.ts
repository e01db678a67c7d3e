import type { EngineReason } from '#engine/worker/reason.ts';
import { dictionary } from './dictionary.ts';
import type { ReasonTexts } from './en/reasons.ts';

/** A reason of the engine as a sentence in the page's language. */
export function reasonText(reason: EngineReason): string {
  const { reasons } = dictionary('experiment');
  const texts: Partial<ReasonTexts> = reason.code in reasons ? reasons : dictionary('dataReasons');
  // The tables pair every code with the words for its own values.
  const say = texts[reason.code] as (given: EngineReason) => string;
  return say(reason);
}
