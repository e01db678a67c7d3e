import type { EngineReady } from '#api/gradientWalkApi.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { WalkRecord } from '#run/walk/walkRecord.ts';
import { checkText } from '#ui/text/checkText.ts';
import { raceText } from '#ui/text/raceText.ts';

const words = () => dictionary('afterStart').badge;

interface BadgeTipProps extends Pick<NonNullable<WalkRecord['walker']>, 'raced'> {
  readonly ready: EngineReady;
}

/** The self-test of what was opened, and why it walks, or its rival. */
export function BadgeTip({ ready, raced }: BadgeTipProps) {
  const { backend, selfTest } = ready;
  return (
    <>
      <strong>{selfTest.passed ? words().selfTest.passed : words().selfTest.failed}</strong>
      <ul>
        {selfTest.checks.map((check) => (
          <li key={check.name}>{checkText(check)}</li>
        ))}
      </ul>
      {backend === 'wasm' && words().vectors}
      {raced.length > 0 && raceText(raced)}
    </>
  );
}
