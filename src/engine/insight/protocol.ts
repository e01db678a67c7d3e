import type { EndFrame } from '#engine/worker/protocol.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import type { WeightLaw } from '#theory/weightLaw.ts';

/** Two looks at what the right gain does not fix. */
export const insightNames = ['alignment', 'stretch'] as const;
export type InsightName = (typeof insightNames)[number];

/** The networks that are looked at, as numbers. */
export interface InsightSettings {
  readonly nonlinearity: Nonlinearity;
  /** Of `alignment`; `stretch` compares Gaussian with orthogonal ones. */
  readonly weights: WeightLaw;
  /** D. */
  readonly depth: number;
  /** N. */
  readonly width: number;
  readonly gain: number;
  /** s: standard deviation of the pre-activations a_0. */
  readonly inputScale: number;
  readonly biasDeviation: number;
  readonly seed: number;
  /** How many networks are looked at. */
  readonly networks: number;
}

/** Mean and standard deviation over networks of a series; NaN where fewer than two networks have a value. */
export interface Series {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** The networks whose own rates are asked for: linear, of one matrix in every layer. */
export interface RateSettings {
  readonly weights: WeightLaw;
  /** N. */
  readonly width: number;
  readonly gain: number;
  /** alpha of residual branches; 0 for a plain network. */
  readonly residual: number;
  readonly seed: number;
  /** Networks 0..networks - 1 of the walk of these settings. */
  readonly networks: number;
}

/** What is looked at, and in which networks. */
export type InsightJob =
  | { readonly insight: InsightName; readonly settings: InsightSettings }
  | { readonly insight: 'rates'; readonly settings: RateSettings };

interface InsightProgress {
  readonly run: number;
  /** Networks looked at so far. */
  readonly networks: number;
  readonly done: boolean;
}

/** |cos| of two inputs' activations at layer d, and of their gradients k layers back: [depth + 1] each. */
export interface AlignmentFrame extends InsightProgress {
  readonly kind: 'alignment';
  readonly activation: Series;
  readonly gradient: Series;
}

/** Growth a layer, in ln of lengths, of the axes 1..N of the product of all layers: [width] each. */
export interface StretchFrame extends InsightProgress {
  readonly kind: 'stretch';
  readonly gaussian: Series;
  readonly orthogonal: Series;
}

/** What ln Z of each network comes to grow by in a layer, 2 ln|lambda_1|: [networks] so far. */
export interface RatesFrame extends InsightProgress {
  readonly kind: 'rates';
  readonly rates: Float64Array;
}

export type InsightFrame = AlignmentFrame | StretchFrame | RatesFrame | EndFrame;
