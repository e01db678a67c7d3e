/** The values that a parameter may take, as data: codec, slider and test generator are views of it. */
export type Values =
  | { readonly kind: 'number'; readonly low: number; readonly high: number }
  | { readonly kind: 'whole'; readonly low: number; readonly high: number }
  /** A number, or the name of a rule that gives one. */
  | {
      readonly kind: 'numberOrName';
      readonly low: number;
      readonly high: number;
      readonly names: readonly string[];
    }
  /** One of some names. */
  | { readonly kind: 'name'; readonly names: readonly string[] }
  /** Some of them, each once. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** Widths n_0..n_D of D layers, each 1..high. */
  | { readonly kind: 'widths'; readonly high: number; readonly layers: number }
  /** The identity of a set of the user's own, as text; empty for none. */
  | { readonly kind: 'set' }
  /** Experiments to compare with, at most so many, each as text (`pins/pins.ts`). */
  | { readonly kind: 'pins'; readonly most: number };

/** The type of the values that `V` describes. */
export type ValueOf<V> = V extends { kind: 'number' | 'whole' }
  ? number
  : V extends { kind: 'numberOrName'; names: readonly (infer N)[] }
    ? number | N
    : V extends { kind: 'name'; names: readonly (infer N)[] }
      ? N
      : V extends { kind: 'names'; names: readonly (infer N)[] }
        ? readonly N[]
        : V extends { kind: 'widths' }
          ? readonly number[]
          : V extends { kind: 'set' }
            ? string
            : V extends { kind: 'pins' }
              ? readonly string[]
              : never;

/** What a hand can do on a slider: where values stand, how they are rounded, and how far a key goes. */
export interface SliderShape {
  /** Positions in proportion to the logarithm, or to a power of the value: 0.5 gives small values more room. */
  readonly scale: { readonly kind: 'log' } | { readonly kind: 'power'; readonly power: number };
  /** Whole numbers, numbers of so many digits, or counts: whole, of two digits from 100 on. */
  readonly rounding: 'whole' | 'count' | { readonly digits: number };
  /** What a key adds, or multiplies by: an arrow, and a Page key or Shift with an arrow. */
  readonly step: {
    readonly kind: 'add' | 'multiply';
    readonly small: number;
    readonly large: number;
  };
}

/** What begins anew when a parameter changes. */
export type Restarted = 'walk' | 'train' | 'sweep';

/** One thing the user can choose: a row of the table of which link, file, sliders, README and engine settings are views. */
export interface Parameter {
  readonly label: string;
  /** Unit of the value; empty where it is a pure number or a word. */
  readonly unit: string;
  readonly default: unknown;
  readonly values: Values;
  /** One sentence for whoever does not know the word. */
  readonly help: string;
  /** Its slider, where it has one of the common kind. */
  readonly slider?: SliderShape;
  /** Whether its control stands among those that are seldom needed. */
  readonly isRare?: true;
  readonly restarts: readonly Restarted[];
  /** What a training that goes on takes over: its course from the next step on, or only where it ends. */
  readonly tunes?: 'course' | 'end';
  /** The engines' name for it, where it is another than the link's; null where no engine's settings hold it. */
  readonly setting?: string | null;
  /** Whether a link may leave its control out of the page. */
  readonly hideable?: true;
  /** Whether a lesson leaves it as it is: it belongs to the page, not to the experiment. */
  readonly isKeptByLessons?: true;
}

/** Some rows of the table. */
export type ParameterRows = Readonly<Record<string, Parameter>>;
