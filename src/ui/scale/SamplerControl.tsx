import { walkedAs } from '#experiment/derived/walkedAs.ts';
import { stateWords } from '#experiment/link/stateWords.ts';
import { sweptExperiment } from '#run/sweeps/sweepPoint.ts';
import { ChoiceControl } from '#ui/controls/ChoiceControl.tsx';
import { useExperiment } from '#ui/page/PageContext.ts';

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
