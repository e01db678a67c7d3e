import { stepBackward } from '#engine/assembly/walk/backward.ts';
import { stepForward } from '#engine/assembly/walk/forward.ts';
import { setting } from '#engine/assembly/walk/setting.ts';

/** Where the slice's setting is to be written (`WalkSetting`). */
export function settingAddress(): usize {
  return changetype<usize>(setting);
}

/** Where the memory begins that this module leaves free. */
export function freeAddress(): usize {
  return __heap_base;
}

/** Walks the slice of the setting: all its walks, advancing their state in place. */
export function walkSlice(): void {
  for (let walk = 0; walk < setting.batch; walk++) {
    for (let k = 0; k < setting.steps; k++) {
      if (setting.isBackward !== 0) stepBackward(walk, k);
      else stepForward(walk, k);
    }
  }
}
