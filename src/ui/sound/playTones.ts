import type { Tone } from './walkTones.ts';

/** Half as loud as a page that is watched in company should be. */
const loudness = 0.15;
/** Time in which a sound comes and goes, s: without it a loudspeaker clicks. */
const fadeS = 0.03;

/** What of Web Audio a melody needs. */
export type ToneContext = Pick<
  BaseAudioContext,
  'currentTime' | 'createOscillator' | 'createGain' | 'destination'
>;

/** Plays tones on one oscillator that glides from each to the next; returns how to stop it. `ended` hears of the end. */
export function playTones(context: ToneContext, tones: readonly Tone[], ended: () => void): () => void {
  const [first] = tones;
  const last = tones.at(-1);
  if (!first || !last) {
    ended();
    return () => undefined;
  }
  const beginS = context.currentTime + fadeS;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.type = 'triangle';
  oscillator.frequency.setValueAtTime(first.hz, beginS);
  for (const { atS, hz } of tones.slice(1))
    oscillator.frequency.exponentialRampToValueAtTime(hz, beginS + atS);
  const endS = beginS + last.atS;
  gain.gain.setValueAtTime(0, beginS);
  gain.gain.linearRampToValueAtTime(loudness, beginS + fadeS);
  gain.gain.setValueAtTime(loudness, endS);
  gain.gain.linearRampToValueAtTime(0, endS + fadeS);
  oscillator.connect(gain);
  gain.connect(context.destination);
  oscillator.onended = ended;
  oscillator.start(beginS);
  oscillator.stop(endS + 2 * fadeS);
  return () => oscillator.stop();
}
