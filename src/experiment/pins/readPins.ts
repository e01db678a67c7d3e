import type { Codec, Parsed } from '#experiment/codecs/codec.ts';
import { codecs } from '#experiment/codecs/codecs.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { isParameterKey, type ParameterKey } from '#experiment/experiment.ts';
import { pinKeys } from './pinKeys.ts';
import { pinPairs, pinText, pinTexts } from './pinPairs.ts';

/** A value's text as its own codec writes it, the default's where it cannot be read, and whether it could be taken as it stood. */
function readValue<K extends ParameterKey>(key: K, text: string) {
  const codec: Codec<(typeof defaultExperiment)[K]> = codecs[key];
  const parsed = codec.parse(text);
  const value = parsed.kind === 'unreadable' ? defaultExperiment[key] : parsed.value;
  return { text: codec.serialize(value), isTaken: parsed.kind === 'read' };
}

/** A pin's text with every key, and the pairs that could not be taken as they stood. */
function readPin(pin: string) {
  const given = pinPairs(pin);
  const keys = pinKeys();
  const strange = [...given].filter(([key, text]) => {
    const isKnown = isParameterKey(key) && keys.includes(key);
    return !isKnown || !readValue(key, text).isTaken;
  });
  const pairs = keys.map((key) => {
    const stated = given.get(key) ?? codecs[key].serialize(defaultExperiment[key] as never);
    return [key, readValue(key, stated).text] as const;
  });
  return { text: pinText(pairs), strange: strange.map(([key, value]) => `${key}:${value}`) };
}

/** A list of pins, at most so many, each with every key (`pins.ts`); of equal ones the first is kept. */
export function readPins(list: string, most: number): Parsed<readonly string[]> {
  const { because } = dictionary('experiment');
  const read = pinTexts(list).map(readPin);
  const texts = [...new Set(read.map(({ text }) => text))];
  const value = texts.slice(0, most);
  const strange = read.flatMap((pin) => pin.strange);
  if (strange.length > 0) return { kind: 'changed', value, because: because.notPinned(strange.join(', ')) };
  if (texts.length > most) return { kind: 'changed', value, because: because.manyPins(most) };
  return texts.length < read.length
    ? { kind: 'changed', value, because: because.pinnedTwice }
    : { kind: 'read', value };
}
