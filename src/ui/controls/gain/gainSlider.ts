import { largestGain, smallestGain } from '#experiment/schema/networkRows.ts';
import { gainScale, type SliderScale } from '#ui/controls/sliderScale.ts';

/** The gain's slider: centred on g*, which therefore stays in its place. */
export function gainSliderScale(best: number): SliderScale {
  return gainScale(smallestGain, largestGain, Math.max(2 * smallestGain, Math.min(largestGain / 2, best)));
}

/** A gain as far as a hand can mean it. */
export function roundedGain(gain: number): number {
  return Math.max(smallestGain, Math.min(largestGain, Number(gain.toPrecision(5))));
}

/** The gain one arrow key away. */
export function nextGain(gain: number, direction: 1 | -1, large: boolean): number {
  return roundedGain(gain * (large ? 1.05 : 1.002) ** direction);
}
