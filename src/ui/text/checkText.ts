import type { EngineReady } from '#api/gradientWalkApi.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { writtenNumber } from '#plots/writtenNumber.ts';

type Check = EngineReady['selfTest']['checks'][number];

/** What a check of the self-test asked, and what came out. */
export function checkText({ name, difference, allowed }: Check): string {
  return dictionary('afterStart').badge.checks[name](
    writtenNumber(difference.toExponential(1)),
    writtenNumber(allowed),
  );
}
