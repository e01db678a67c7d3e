import { useCallback, useRef } from 'react';
import { ChoiceSelect } from '#ui/controls/ChoiceControl.tsx';
import { sliderKeys } from '#ui/controls/sliderOf.ts';
import { useHidden } from '#ui/controls/useHidden.ts';
import { useExperiment } from '#ui/page/PageContext.ts';
import { sweepText } from '#ui/scale/figures/sweepText.ts';
import { ScrubParameter } from '#ui/sentence/LiveSentence.tsx';
import { TemplateSentence } from '#ui/sentence/TemplateSentence.tsx';
import { articleOf } from '#ui/text/articleOf.ts';
import { useSweepDrawing } from './SweepSceneContext.ts';
import type { SweepMoment } from './sweepScene.ts';
import { phrasesOf, questionOf } from './sweepWords.ts';

/** The sentence that says what is asked, and what has come of it; its numbers are controls. */
export function ScaleSentence() {
  const experiment = useExperiment();
  const outcome = useRef<HTMLSpanElement>(null);
  const show = useCallback(({ record: { plan, measured } }: SweepMoment) => {
    const text = sweepText(phrasesOf(plan.sweep), plan.outcome(measured));
    if (outcome.current && outcome.current.textContent !== text) outcome.current.textContent = text;
    return false;
  }, []);
  useSweepDrawing(show);
  const isHidden = useHidden();
  if (isHidden('sentence')) return null;
  return (
    <p className="sentence scale-sentence">
      <TemplateSentence
        template={questionOf(experiment.sweep).replace('{a}', articleOf(experiment.f))}
        controls={{
          f: <ChoiceSelect name="f" className="sentence-choice" />,
          data: <ChoiceSelect name="data" className="sentence-choice" />,
          ...Object.fromEntries(sliderKeys.map((name) => [name, <ScrubParameter key={name} name={name} />])),
        }}
      />{' '}
      <span ref={outcome} />
    </p>
  );
}
