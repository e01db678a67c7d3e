import { createStore } from 'zustand/vanilla';
import type { Parsed } from '#experiment/codecs/codec.ts';
import type { Experiment } from '#experiment/experiment.ts';

/** Reads and writes experiments to compare with, as the link has them. */
export interface PinReader {
  /** A list, at most so many, each with every key. */
  readPins(list: string, most: number): Parsed<readonly string[]>;
  /** The list with all that it leaves out because it is as in the experiment beside it. */
  wholePins(list: string, beside: Experiment): string;
  /** An experiment's list as the link has it: only what differs from the experiment itself. */
  shortPins(experiment: Experiment): string;
}

/** Loaded like lenience: behind the first picture, unless the address needs it. Without it pins are not understood, and that is said. */
const loaded = createStore<{ readonly reader: PinReader | null }>()(() => ({ reader: null }));

export const pinReader = (): PinReader | null => loaded.getState().reader;

/** Reads pins from now on; with null as before. */
export const readPinsBy = (reader: PinReader | null): void => loaded.setState({ reader });
