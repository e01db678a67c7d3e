import type { OptimizerName } from '#engine/train/optimizer.ts';
import { adamFirstMoment, adamSecondMoment, type StepTuning } from '#engine/train/trainer.ts';
import type { UpdateConstants } from './dispatch.ts';

/**
 * The optimiser's constants step by step; it counts Adam's products, which a changed momentum enters from its step on.
 * After `updates` made elsewhere the products are those of the present momentum.
 */
export function createUpdateConstants(
  optimizer: OptimizerName,
  updates: number,
): (tuning: StepTuning) => UpdateConstants {
  let firstProduct: number | null = null;
  let secondProduct = adamSecondMoment ** updates;
  return ({ rate, momentum }) => {
    const first = optimizer === 'adam' ? adamFirstMoment(momentum) : momentum;
    firstProduct ??= first ** updates;
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
