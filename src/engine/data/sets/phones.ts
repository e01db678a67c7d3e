import type { DataFacts } from '#engine/data/dataFacts.ts';
import { type DataSet, standardised } from '#engine/data/dataSet.ts';
import type { HeardUtterance } from '#engine/data/heardUtterance.ts';
import { frameInputs, framesOf, momentsOf, shuffledAfter } from '#engine/data/phones/frames.ts';
import { frameSamples, hopSamples } from '#engine/data/phones/mfcc.ts';
import { phoneNames } from '#engine/data/phones/phoneNames.ts';
import { soundRate } from '#engine/data/phones/soundRate.ts';
import { spectrogramLines, spectrogramOf } from '#engine/data/phones/spectrogram.ts';
import { createSpeaking, type Utterance } from '#engine/data/phones/utterances.ts';
import { savedPython } from '#engine/data/savedPython.ts';
import { streamKey } from '#engine/random/streams.ts';
import { createUniforms } from '#engine/random/uniforms.ts';

/** Speakers of each purpose, no one of both, and what each of them says. */
export const phoneSpeakers = {
  train: { first: 0, count: 12, utterances: 5 },
  heldOut: { first: 12, count: 6, utterances: 3 },
} as const;

export const facts: DataFacts = {
  classes: phoneNames.length,
  isPlane: false,
  classNames: phoneNames,
  limits: null,
  python: savedPython('The page alone makes this speech', 'phones.npz'),
};

function heardOf({ sound, labels }: Utterance): HeardUtterance {
  const spectrogram = spectrogramOf(sound);
  return {
    sound,
    rate: soundRate,
    frames: labels.length,
    frameSamples,
    hopSamples,
    spectrogram,
    columns: spectrogram.length / spectrogramLines,
    lines: spectrogramLines,
  };
}

/** What the speakers of a purpose say; yields after every utterance. */
function* said(
  { first, count, utterances }: (typeof phoneSpeakers)['train' | 'heldOut'],
  say: ReturnType<typeof createSpeaking>,
): Generator<number, readonly Utterance[]> {
  const all: Utterance[] = [];
  for (let speaker = first; speaker < first + count; speaker++) {
    for (const utterance of say(speaker, utterances)) {
      all.push(utterance);
      yield all.length;
    }
  }
  return all;
}

/**
 * Speech-like sound that the project synthesises itself (docs/MODEL.md, "Phones"): features of 11 frames of 25 ms, and the
 * phone of the middle one. Yields after every utterance, so that the caller can yieldToEventLoop.
 */
export function* phones(): Generator<number, DataSet> {
  const say = createSpeaking();
  const train = yield* said(phoneSpeakers.train, say);
  const heldOut = yield* said(phoneSpeakers.heldOut, say);
  const [first] = heldOut;
  if (!first) throw new Error('No one is held out.');
  const heard = heardOf(first);
  const moments = momentsOf(train);
  const uniform = createUniforms(streamKey(0, 'drawings'), 0, 40);
  return standardised({
    inputs: frameInputs,
    classes: facts.classes,
    classNames: facts.classNames,
    picture: null,
    plane: null,
    heard,
    train: framesOf(train, moments),
    heldOut: shuffledAfter(heard.frames, framesOf(heldOut, moments), uniform),
  });
}

export const make = phones;
