import type { OpenBackend } from '#engine/device/rung.ts';
import type { RaceTime, WalkSettings } from '#engine/walk/protocol.ts';
import type { WalkJobRoom } from '#engine/walk/walkJobRoom.ts';
import { isWrong } from '#engine/worker/reason.ts';
import { raceBackends, raceName } from './backendRace.ts';

/** The backend that a run walks on, and what it was chosen by. */
export interface Walker {
  readonly backend: OpenBackend;
  /** Empty where there was nothing to choose. */
  readonly raced: readonly RaceTime[];
  /** Whether a run that failed on it may go on with another: `chooseWalker` finds that one. */
  isReplaced(error: unknown): Promise<boolean>;
}

/**
 * The open backend, or its rival where that was the faster with the first walks of such a run. They race once for each
 * kind and size: a run walks to its end on one of them, so that its numbers are one backend's.
 */
export async function chooseWalker(
  settings: WalkSettings,
  { host, races }: Pick<WalkJobRoom, 'host' | 'races'>,
): Promise<Walker> {
  const open = await host.current();
  const asked = open.rival;
  const rival = await asked?.open();
  const onOpen = (raced: Walker['raced']): Walker => ({
    backend: open,
    raced,
    isReplaced: (error) => host.isReplaced(open, error),
  });
  if (!asked || !rival) return onOpen([]);
  const known = races.get(open) ?? new Map<string, readonly RaceTime[]>();
  races.set(open, known);
  const name = raceName(settings);
  const raced = known.get(name) ?? (await raceBackends(settings, [open, rival]));
  known.set(name, raced);
  const [ofOpen, ofRival] = raced;
  if (!ofOpen || !ofRival || ofOpen.weightsPerMs >= ofRival.weightsPerMs) return onOpen(raced);
  return {
    backend: rival,
    raced,
    async isReplaced(error) {
      // At its first failure; and what a backend has computed wrongly is not gone on with.
      asked.leave();
      return !isWrong(error);
    },
  };
}
