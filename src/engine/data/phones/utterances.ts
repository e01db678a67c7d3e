import { streamKey } from '#engine/random/streams.ts';
import { createUniforms } from '#engine/random/uniforms.ts';
import { createFeatures } from './features.ts';
import { frameCount, frameSamples, hopSamples } from './mfcc.ts';
import { createPhoneSequences } from './phoneSequence.ts';
import { createResonanceTable } from './resonator.ts';
import { scoreOf } from './score.ts';
import { speak, tickSamples } from './speak.ts';
import { speakerOf } from './speaker.ts';

/** Something said, and what is known of it. */
export interface Utterance {
  readonly speaker: number;
  readonly sound: Int16Array<ArrayBuffer>;
  /** [frames, featureCount] */
  readonly features: Float64Array;
  /** The phone at the middle of every frame, an index of `phoneNames`. */
  readonly labels: Uint8Array;
}

/** Numbers drawn for one purpose. */
const streamOf = (speaker: number, purpose: number) =>
  createUniforms(streamKey(0, 'drawings'), speaker, purpose);
const purposes = { speaker: 48, sequence: 49, utterances: 64 } as const;

/** Makes what lets a speaker of a number say `count` utterances, the same always. */
export function createSpeaking(): (speaker: number, count: number) => Generator<Utterance> {
  const featuresOf = createFeatures();
  const table = createResonanceTable();
  return function* say(index, count) {
    const speaker = speakerOf(index, streamOf(index, purposes.speaker));
    const sequence = createPhoneSequences(streamOf(index, purposes.sequence));
    for (let i = 0; i < count; i++) {
      const uniform = streamOf(index, purposes.utterances + i);
      const score = scoreOf(sequence(), speaker, uniform);
      const sound = speak(score, speaker, table, uniform);
      const labels = Uint8Array.from({ length: frameCount(sound.length) }, (_, frame) => {
        const middle = frame * hopSamples + frameSamples / 2;
        return score.phones[Math.floor(middle / tickSamples)] ?? 0;
      });
      yield { speaker: index, sound, features: featuresOf(sound), labels };
    }
  };
}
