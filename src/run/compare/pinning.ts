import type { Experiment } from '#experiment/experiment.ts';
import { pinnedExperiment, pinOf } from '#experiment/pins/pins.ts';
import { schema } from '#experiment/schema.ts';

export const mostPins = schema.pins.values.most;

/** Whether something can be kept beside an experiment: there is room, and it is not there. */
export const canPin = ({ pins }: Experiment, kept: Experiment): boolean =>
  pins.length < mostPins && !pins.includes(pinOf(kept));

/** The pins of an experiment with others behind them, as far as there is room. */
export function withPinned({ pins }: Experiment, kept: readonly Experiment[]): Pick<Experiment, 'pins'> {
  return { pins: [...new Set([...pins, ...kept.map(pinOf)])].slice(0, mostPins) };
}

export const withoutPin = ({ pins }: Experiment, pin: string): Pick<Experiment, 'pins'> => ({
  pins: pins.filter((one) => one !== pin),
});

/** The experiment of a pin, with the present one in the pin's place. */
export function swapped(experiment: Experiment, pin: string): Experiment {
  const present = pinOf(experiment);
  const pins = experiment.pins.map((one) => (one === pin ? present : one));
  return { ...pinnedExperiment(pin, experiment), pins: [...new Set(pins)] };
}
