import { setting as freeSetting } from '#engine/assembly/free/setting.ts';
import { sumsBackward, sumsForward } from '#engine/assembly/free/steps.ts';
import { vectorBackward } from '#engine/assembly/free/vectorBackward.ts';
import { vectorForward } from '#engine/assembly/free/vectorForward.ts';
import { stepBackward } from '#engine/assembly/walk/backward.ts';
import { stepForward } from '#engine/assembly/walk/forward.ts';
import { setting as walkSetting } from '#engine/assembly/walk/setting.ts';

/** Place in `freeWays`. */
const vectorsWay = 2;

/** Where the memory begins that this module leaves free. */
export function freeAddress(): usize {
  return __heap_base;
}

/** Where the setting of a slice of walks by matrices is to be written (`WalkSetting`). */
export function walkSettingAddress(): usize {
  return changetype<usize>(walkSetting);
}

/** Walks the slice of the setting by matrices: all its walks, advancing their state in place. */
export function walkSlice(): void {
  for (let walk = 0; walk < walkSetting.batch; walk++) {
    for (let k = 0; k < walkSetting.steps; k++) {
      if (walkSetting.isBackward !== 0) stepBackward(walk, k);
      else stepForward(walk, k);
    }
  }
}

/** Where the setting of a slice of matrix-free walks is to be written (`FreeSetting`). */
export function freeSettingAddress(): usize {
  return changetype<usize>(freeSetting);
}

/** Walks the slice of the setting matrix-free, four walks side by side. */
export function freeSlice(): void {
  const keepsVectors = freeSetting.way === vectorsWay;
  for (let group = 0; 4 * group < freeSetting.batch; group++) {
    for (let k = 0; k < freeSetting.steps; k++) {
      if (freeSetting.isBackward !== 0) {
        if (keepsVectors) vectorBackward(group, k);
        else sumsBackward(group, k);
      } else if (keepsVectors) vectorForward(group, k);
      else sumsForward(group, k);
    }
  }
}
