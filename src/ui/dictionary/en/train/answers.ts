import { plural } from '#experiment/dictionary/en/numbers.ts';
import { percentText } from '#plots/numberText.ts';
import { countText } from '#ui/text/countText.ts';

/** What is said of the answers of a network to what it has not seen, in English. */
export const answers = {
  switchLabel: 'What is drawn',
  layers: 'Layers',
  classify: 'Answers by class',
  encode: 'Where it is most wrong',
  confusion: 'Unseen samples, by what they are and what the network says',
  truth: 'what it is ↓',
  answer: 'what the network says',
  right: 'right',
  none: 'The network has not been asked yet.',
  of: (samples: number, step: number, share: number) =>
    `${percentText(share)} of ${countText(samples)} right after ${countText(step)} ${plural(step, 'step', 'steps')}.`,
  hardest: (name: string, share: number) => `Hardest: ${name}, ${percentText(share)}.`,
  mistake: (truth: string, answer: string, count: number, of: number) =>
    `Most often wrong: ${truth} taken for ${answer}, ${countText(count)} of ${countText(of)}.`,
  taken: (truth: string, answer: string, count: number, of: number) =>
    `${truth} taken for ${answer}: ${countText(count)} of ${countText(of)}, ${percentText(count / of)}`,
  named: (truth: string, count: number, of: number) =>
    `${truth} named right: ${countText(count)} of ${countText(of)}, ${percentText(count / of)}`,
  key: 'in colour: wrong',
  worst: 'Where it is most wrong',
  worstEncoded: 'What it gives back worst, and how',
  said: (truth: string, answer: string, share: number) =>
    `${truth} named ${answer}, ${percentText(share)} sure`,
} as const;
