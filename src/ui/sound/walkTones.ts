/** Pitch of a gradient that has kept its size, Hz: the A that orchestras tune to. */
const keptHz = 440;
/** ln Z of an octave: ten times the norm sounds an octave higher, a tenth of it an octave lower. */
const octaveLnZ = 2 * Math.log(10);
/** What loudspeakers of a laptop and most ears still have, in octaves from `keptHz`. */
const octaves = { lowest: -3, highest: 4 } as const;

/** A tone at a time since the first, s. */
export interface Tone {
  readonly atS: number;
  readonly hz: number;
}

/** The pitch of ln Z, Hz. */
export function pitch(lnZ: number): number {
  const octave = Math.max(octaves.lowest, Math.min(octaves.highest, lnZ / octaveLnZ));
  return keptHz * 2 ** octave;
}

/**
 * A walk as a melody that glides: one tone a layer, `lastsS` for them all. A walk that dies falls silent there: its tones
 * end before the first layer whose ln Z is no number.
 */
export function walkTones(lnZ: ArrayLike<number>, lastsS: number): readonly Tone[] {
  const values = Array.from(lnZ);
  const death = values.findIndex((value) => !Number.isFinite(value));
  const living = death < 0 ? values : values.slice(0, death);
  const stepS = lastsS / Math.max(1, values.length - 1);
  return living.map((value, layer) => ({ atS: layer * stepS, hz: pitch(value) }));
}
