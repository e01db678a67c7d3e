import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { ParameterKey } from '#experiment/experiment.ts';

/** A parameter's words. */
export interface ParameterText {
  readonly label: string;
  readonly unit: string;
  readonly help: string;
}

export type ParametersDictionary = Readonly<Record<ParameterKey, ParameterText>>;

/** What the page calls a parameter, in its language. */
export const parameterText = (key: ParameterKey): ParameterText => dictionary('parameters')[key];
