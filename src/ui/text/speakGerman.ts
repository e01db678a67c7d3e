import { stateDe } from '#experiment/link/stateDe.ts';
import { speakState } from '#experiment/link/stateWords.ts';
import { de } from './de.ts';
import { parametersDe } from './parametersDe.ts';
import { speakParameters } from './parameterText.ts';
import { speak } from './words.ts';

/** Makes the page speak German; before any of its words is shown. */
export function speakGerman(): void {
  speakState(stateDe);
  speakParameters(parametersDe);
  speak(de);
}
