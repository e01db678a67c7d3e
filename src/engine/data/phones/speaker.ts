import { formantScale, meanPitch, type VoiceKind, voiceKinds } from './vowelFormants.ts';

/** Who speaks. */
export interface Speaker {
  readonly kind: VoiceKind;
  /** Mean pitch, Hz. */
  readonly pitch: number;
  /** Factor on the formants of the speaker's group: a shorter tract has higher ones. */
  readonly vowelScale: number;
  /** Factor on a man's formants. */
  readonly consonantScale: number;
  /** Share of breath in the voice, 0..1. */
  readonly breathiness: number;
  /** How much of one sample of the voice remains in the next: a duller voice, 0..1. */
  readonly dullness: number;
  /** Factor on all durations. */
  readonly pace: number;
  /** Deviation of the room's noise, of a voice of deviation 1. */
  readonly noise: number;
}

/** The speaker of a number: groups take turns. */
export function speakerOf(index: number, uniform: () => number): Speaker {
  const kind = voiceKinds[index % voiceKinds.length] ?? 'man';
  const about = (mean: number, spread: number) => mean * (1 + spread * (2 * uniform() - 1));
  const vowelScale = about(1, 0.08);
  return {
    kind,
    pitch: about(meanPitch[kind], 0.2),
    vowelScale,
    consonantScale: vowelScale * formantScale(kind),
    breathiness: 0.02 + 0.13 * uniform(),
    dullness: 0.2 + 0.5 * uniform(),
    pace: about(1, 0.2),
    noise: 0.03 + 0.09 * uniform(),
  };
}
