import type { EngineReady } from '#api/gradientWalkApi.ts';
import { pageWords } from './words.ts';

type Check = EngineReady['selfTest']['checks'][number];

/** What a check of the self-test asked, and what came out. */
export function checkText({ name, difference, allowed }: Check): string {
  return pageWords.badge.checks[name](difference.toExponential(1), String(allowed));
}
