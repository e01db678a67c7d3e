import type { DataFacts } from '#engine/data/dataFacts.ts';
import { type DataSet, standardised } from '#engine/data/dataSet.ts';
import type { HeardUtterance } from '#engine/data/heardUtterance.ts';
import { frameInputs, framesOf, momentsOf, shuffledAfter } from '#engine/data/phones/frames.ts';
import { frameSamples, hopSamples } from '#engine/data/phones/mfcc.ts';
import { phoneNames } from '#engine/data/phones/phoneNames.ts';
import { soundRate } from '#engine/data/phones/soundRate.ts';
import { spectrogramLines, spectrogramOf } from '#engine/data/phones/spectrogram.ts';
import { createSpeaking, type Utterance } from '#engine/data/phones/utterances.ts';
import { streamKey } from '#engine/random/streams.ts';
import { createUniforms } from '#engine/random/uniforms.ts';

/** Speakers of each purpose, no one of both, and what each of them says. */
export const phoneSpeakers = {
  train: { first: 0, count: 12, utterances: 5 },
  heldOut: { first: 12, count: 6, utterances: 3 },
} as const;

export const facts: DataFacts = {
  classes: phoneNames.length,
  planeExtent: null,
  classNames: phoneNames,
  python: {
    remark:
      '\nThe page alone makes this speech and does not save it yet: --phones FILE needs the same arrays from elsewhere.',
    argument:
      'PARSER.add_argument("--phones", default="phones.npz", help="frames, features and labels of phones")',
    code: `def load_data():
    """Phones from a file: (train, held out), each (inputs, labels)."""
    import numpy
    with numpy.load(ARGUMENTS.phones) as saved:
        def split(name):
            features, frames = (torch.from_numpy(saved[f"{name}_{part}"]) for part in ("features", "frames"))
            labels = torch.from_numpy(saved[f"{name}_labels"])
            return features[frames.long()].flatten(1).to(DEVICE, DTYPE), labels.to(DEVICE, torch.long)
        return split("train"), split("held_out")`,
  },
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
    planeExtent: null,
    heard,
    train: framesOf(train, moments),
    heldOut: shuffledAfter(heard.frames, framesOf(heldOut, moments), uniform),
  });
}

export const make = phones;
