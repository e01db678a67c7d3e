import { plural } from '#experiment/dictionary/de/numbers.ts';
import type { Translated } from '#experiment/dictionary/translated.ts';
import { percentText } from '#plots/numberText.ts';
import type { answers as english } from '#ui/dictionary/en/train/answers.ts';
import { countText } from '#ui/text/countText.ts';

/** What is said of the answers of a network to what it has not seen, in German. */
export const answers: Translated<typeof english> = {
  switchLabel: 'Was gezeichnet wird',
  layers: 'Schichten',
  classify: 'Antworten je Klasse',
  encode: 'Wo es am meisten irrt',
  confusion: 'Ungesehenes, nach dem, was es ist, und dem, was das Netz sagt',
  truth: 'was es ist ↓',
  answer: 'was das Netz sagt',
  right: 'richtig',
  none: 'Das Netz wurde noch nicht gefragt.',
  of: (samples, step, share) =>
    `${percentText(share)} von ${countText(samples)} richtig nach ${countText(step)} ${plural(step, 'Schritt', 'Schritten')}.`,
  hardest: (name, share) => `Am schwersten: ${name}, ${percentText(share)}.`,
  mistake: (truth, answer, count, of) =>
    `Am häufigsten falsch: ${truth} für ${answer} gehalten, ${countText(count)} von ${countText(of)}.`,
  taken: (truth, answer, count, of) =>
    `${truth} für ${answer} gehalten: ${countText(count)} von ${countText(of)}, ${percentText(count / of)}`,
  named: (truth, count, of) =>
    `${truth} richtig benannt: ${countText(count)} von ${countText(of)}, ${percentText(count / of)}`,
  key: 'farbig: falsch',
  worst: 'Wo es am meisten irrt',
  worstEncoded: 'Was es am schlechtesten wiedergibt, und wie',
  said: (truth, answer, share) => `${truth} als ${answer} benannt, zu ${percentText(share)} sicher`,
};
