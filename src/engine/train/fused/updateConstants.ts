import type { OptimizerName } from '#engine/train/protocol.ts';
import { adamFirstMoment, adamSecondMoment, type StepTuning } from '#engine/train/trainer.ts';
import type { UpdateConstants } from './fusedDevice.ts';

/** The optimiser's constants step by step; it counts Adam's products, which a changed momentum enters from its step on. */
export function createUpdateConstants(optimizer: OptimizerName): (tuning: StepTuning) => UpdateConstants {
  let firstProduct = 1;
  let secondProduct = 1;
  return ({ rate, momentum }) => {
    const first = optimizer === 'adam' ? adamFirstMoment(momentum) : momentum;
    firstProduct *= first;
    secondProduct *= adamSecondMoment;
    return {
      rate,
      momentum: first,
      firstCorrection: 1 - firstProduct,
      secondCorrection: 1 - secondProduct,
    };
  };
}
