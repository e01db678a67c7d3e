import type { PhoneName } from './phoneNames.ts';
import { vowelNames } from './vowelFormants.ts';

const onsets = ['s', 'sh', 'f', 'z', 'v', 'm', 'n', 'l', 'r', 'w', 'y', 'p', 't', 'k'] as const;
const codas = ['s', 'sh', 'f', 'z', 'v', 'm', 'n', 'ng', 'ng', 'l', 'r', 'p', 't', 'k'] as const;

const syllables = 5;
/** Share of syllables that end in a consonant, and of those that a pause follows. */
const codaShare = 0.5;
const pauseShare = 0.08;

/** Draws from a bag that is filled again when it is empty, so that all come equally often. */
function createBag(names: readonly PhoneName[], uniform: () => number): () => PhoneName {
  let left: PhoneName[] = [];
  return () => {
    if (left.length === 0) left = [...names];
    const [drawn] = left.splice(Math.floor(uniform() * left.length), 1);
    return drawn ?? 'sil';
  };
}

/** A speaker's utterances, one after another: silence, some syllables of nonsense, silence. */
export function createPhoneSequences(uniform: () => number): () => readonly PhoneName[] {
  const onset = createBag(onsets, uniform);
  const nucleus = createBag(vowelNames, uniform);
  const coda = createBag(codas, uniform);
  function syllable(): PhoneName[] {
    const open = [onset(), nucleus()];
    const closed = uniform() < codaShare ? [...open, coda()] : open;
    return uniform() < pauseShare ? [...closed, 'sil'] : closed;
  }
  return () => {
    const phones: PhoneName[] = ['sil'];
    for (let i = 0; i < syllables; i++) phones.push(...syllable());
    return phones.at(-1) === 'sil' ? phones : [...phones, 'sil'];
  };
}
