import type { ParameterKey } from '#experiment/experiment.ts';
import { schema } from '#experiment/schema.ts';

/** A parameter's words. */
export interface ParameterText {
  readonly label: string;
  readonly unit: string;
  readonly help: string;
}

let spoken: Readonly<Record<ParameterKey, ParameterText>> = schema;

/** What the page calls a parameter, in its language. */
export const parameterText = (key: ParameterKey): ParameterText => spoken[key];

/** Takes over the words of another language. */
export function speakParameters(texts: Readonly<Record<ParameterKey, ParameterText>>): void {
  spoken = texts;
}
