import { largestGain, smallestGain } from '#experiment/schema/networkRows.ts';
import { gainScale, type SliderScale } from '#ui/controls/sliderScale.ts';

/** What a hand mostly wants: legal gains go on, to be typed or reached by keys, and stand at the slider's end. */
const usual = { low: 0.01, high: 10 } as const;

/** The gain's slider: centred on g*, which therefore stays in its place, and wider where g* itself is unusual. */
export function gainSliderScale(best: number): SliderScale {
  const low = Math.max(smallestGain, Math.min(usual.low, best / 2));
  const high = Math.min(largestGain, Math.max(usual.high, 2 * best));
  return gainScale(low, high, Math.max(2 * low, Math.min(high / 2, best)));
}

/** Whether a gain has a place of its own on the slider; the others stand at its ends. */
export function isOnSlider(scale: SliderScale, gain: number): boolean {
  const slack = 1 + 1e-9;
  return gain * slack >= scale.value(0) && gain <= slack * scale.value(1);
}

/** A gain as far as a hand can mean it. */
export function roundedGain(gain: number): number {
  return Math.max(smallestGain, Math.min(largestGain, Number(gain.toPrecision(5))));
}

/** The gain one arrow key away. */
export function nextGain(gain: number, direction: 1 | -1, large: boolean): number {
  return roundedGain(gain * (large ? 1.05 : 1.002) ** direction);
}
