import { effectiveSampling } from '#experiment/derived/effectiveSampling.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { sweptExperiment } from '#run/sweeps/sweepPoint.ts';
import { ChoiceControl } from '#ui/controls/ChoiceControl.tsx';
import { useExperiment } from '#ui/page/PageContext.ts';

/** How a sweep's points are walked, and why not as asked. */
export function SamplerControl() {
  const { limitation } = effectiveSampling(sweptExperiment(useExperiment()));
  return (
    <>
      <ChoiceControl name="sampler" />
      {limitation && <p className="complaint">{dictionary('experiment').limitation[limitation]}</p>}
    </>
  );
}
