import type { TrainSettings } from '#engine/train/protocol.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';

/** A literal of a script that is JSON too: from its name to the line that ends it. */
function literal(script: string, name: string): unknown {
  const found = new RegExp(`^${name} = ([{[][^]*?[}\\]])\n(?=\n|$)`, 'm').exec(script)?.[1];
  if (found === undefined) throw new Error(`The script has no ${name}.`);
  return JSON.parse(found);
}

/** The points of a script, by the engine's names: what all share with what each has. */
export function pointsOf(script: string): readonly Readonly<Record<string, unknown>>[] {
  const shared = literal(script, 'SHARED') as object;
  return (literal(script, 'POINTS') as object[]).map((own) => ({ ...shared, ...own }));
}

/** What a script should hold of a walk: all of it, and widths only where they are the walk's own. */
export function walkOf(settings: WalkSettings): Readonly<Record<string, unknown>> {
  const { widths, scaling, ...same } = settings;
  return widths === null ? same : { ...same, widths, scaling };
}

/** What a script should hold of a training: all but the page's speed. */
export function trainingOf(settings: TrainSettings): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => name !== 'speed'));
}
