import { stateWords } from '#state/stateWords.ts';
import { sweptExperiment } from '#state/sweep/sweepPoint.ts';
import { walkedAs } from '#state/walkedAs.ts';
import { ChoiceControl } from '#ui/controls/ChoiceControl.tsx';
import { useExperiment } from '#ui/PageContext.ts';

/** How a sweep's points are walked, and why not as asked. */
export function SamplerControl() {
  const { excuse } = walkedAs(sweptExperiment(useExperiment()));
  return (
    <>
      <ChoiceControl name="sampler" />
      {excuse && <p className="complaint">{stateWords().excuse[excuse]}</p>}
    </>
  );
}
