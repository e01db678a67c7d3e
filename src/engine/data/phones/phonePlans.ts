import type { PhoneName } from './phoneNames.ts';
import { type Formants, type VowelName, vowelNames } from './vowelFormants.ts';

/** Noise made at a narrow place: a peak, and a part that is level over all frequencies. */
export interface NoiseShape {
  /** Hz, for a man's tract. */
  readonly peak: number;
  readonly width: number;
  /** Share of level noise, 0..1. */
  readonly level: number;
  /** Whether the peak is the second formant of the vowel beside it. */
  readonly followsVowel?: boolean;
}

/** A stretch of a phone in which the aims of the articulators stay as they are. */
export interface Stretch {
  /** Mean duration, ms. */
  readonly ms: number;
  /** Amplitudes of the voice, of breath through the glottis, and of noise from a narrow place. */
  readonly voice: number;
  readonly breath: number;
  readonly noise: number;
}

/** How a phone is said. */
export interface PhonePlan {
  readonly stretches: readonly Stretch[];
  /** A man's formants and their bandwidths, Hz; null for vowels, which have tables of their own, and for silence. */
  readonly formants: Formants | null;
  readonly bandwidths: Formants;
  /** Share of the vowel beside it that its second formant takes on, 0..1. */
  readonly yielding: number;
  /** The nasal zero, Hz; null where the nose is shut. */
  readonly nasalZero: number | null;
  readonly noise: NoiseShape | null;
}

const vowelWidths: Formants = [60, 90, 150];
const voiced = (ms: number, voice: number): Stretch => ({ ms, voice, breath: 0, noise: 0 });

const vowel: PhonePlan = {
  stretches: [voiced(95, 1)],
  formants: null,
  bandwidths: vowelWidths,
  yielding: 0,
  nasalZero: null,
  noise: null,
};

/** Nasals, liquids and glides. */
const sonorant = (
  ms: number,
  voice: number,
  formants: Formants,
  bandwidths: Formants,
  yielding: number,
  nasalZero: number | null = null,
): PhonePlan => ({ stretches: [voiced(ms, voice)], formants, bandwidths, yielding, nasalZero, noise: null });

const fricative = (
  ms: number,
  voice: number,
  loudness: number,
  noise: NoiseShape,
  formants: Formants,
  bandwidths: Formants,
  yielding: number,
): PhonePlan => ({
  stretches: [{ ms, voice, breath: 0, noise: loudness }],
  formants,
  bandwidths,
  yielding,
  nasalZero: null,
  noise,
});

/** A closure, a burst, and breath. */
const stop = (
  loudness: number,
  noise: NoiseShape,
  formants: Formants,
  bandwidths: Formants,
  yielding: number,
): PhonePlan => ({
  stretches: [
    { ms: 55, voice: 0, breath: 0, noise: 0 },
    { ms: 15, voice: 0, breath: 0.05, noise: loudness },
    { ms: 30, voice: 0, breath: 0.3, noise: loudness / 8 },
  ],
  formants,
  bandwidths,
  yielding,
  nasalZero: null,
  noise,
});

const labiodental: NoiseShape = { peak: 7733, width: 3000, level: 0.6 };
const alveolar: NoiseShape = { peak: 6839, width: 1500, level: 0.05 };

type ConsonantName = Exclude<PhoneName, VowelName>;

/**
 * Formants and bandwidths of consonants are those of Klatt 1980, table III, of `ng` about `k`'s; zeros of nasals lie in the
 * ranges of Fujimura 1962; peaks of fricatives are the means of Jongman, Wayland & Wong 2000; bursts are diffuse and low,
 * diffuse and high, or compact at the vowel's second formant, as Stevens & Blumstein 1978 found; how far the second
 * formant yields to the vowel is of the size of the slopes of locus equations (Sussman, McCaffrey & Matthews 1991).
 */
const consonants: Readonly<Record<ConsonantName, PhonePlan>> = {
  sil: {
    stretches: [{ ms: 90, voice: 0, breath: 0, noise: 0 }],
    formants: null,
    bandwidths: vowelWidths,
    yielding: 0,
    nasalZero: null,
    noise: null,
  },
  s: fricative(100, 0, 0.35, alveolar, [320, 1390, 2530], [200, 80, 200], 0.35),
  z: fricative(80, 0.3, 0.2, alveolar, [240, 1390, 2530], [70, 60, 180], 0.35),
  sh: fricative(
    100,
    0,
    0.4,
    { peak: 3820, width: 1200, level: 0.05 },
    [300, 1840, 2750],
    [200, 100, 300],
    0.35,
  ),
  f: fricative(95, 0, 0.08, labiodental, [340, 1100, 2080], [200, 120, 150], 0.7),
  v: fricative(75, 0.4, 0.05, labiodental, [220, 1100, 2080], [60, 90, 120], 0.7),
  m: sonorant(75, 0.5, [480, 1270, 2130], [40, 200, 200], 0.7, 1000),
  n: sonorant(75, 0.5, [480, 1340, 2470], [40, 300, 300], 0.4, 1700),
  ng: sonorant(80, 0.5, [480, 1990, 2850], [40, 280, 330], 0.7, 3500),
  l: sonorant(75, 0.6, [310, 1050, 2880], [50, 100, 280], 0.25),
  r: sonorant(75, 0.6, [310, 1060, 1380], [70, 100, 120], 0.15),
  w: sonorant(75, 0.6, [290, 610, 2150], [50, 80, 60], 0.15),
  y: sonorant(75, 0.6, [260, 2070, 3020], [40, 250, 500], 0.15),
  p: stop(0.15, { peak: 900, width: 1500, level: 0.5 }, [400, 1100, 2150], [300, 150, 220], 0.8),
  t: stop(0.45, { peak: 4500, width: 2500, level: 0.2 }, [400, 1600, 2600], [300, 120, 250], 0.4),
  k: stop(
    0.35,
    { peak: 1990, width: 500, level: 0.1, followsVowel: true },
    [300, 1990, 2850],
    [250, 160, 330],
    0.8,
  ),
};

const isVowelName = (name: PhoneName): name is VowelName => vowelNames.some((one) => one === name);

/** The vowel that a phone is; null for a consonant. */
export const vowelOf = (name: PhoneName): VowelName | null => (isVowelName(name) ? name : null);

/** How a phone is said. */
export const planOf = (name: PhoneName): PhonePlan => (isVowelName(name) ? vowel : consonants[name]);
