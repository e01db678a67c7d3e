import type { Domain } from '#plots/domain.ts';
import { createMovingDomain } from '#plots/movingDomain.ts';
import { contrastDomain, type DomainQuestion, varianceDomain } from './walkDomain.ts';

/** The axis of Var ln Z: a plain one, or, where one matrix is set against new ones, one of powers of ten. Neither becomes the other on the way. */
export interface VarianceAxis {
  at(question: DomainQuestion, nowMs: number, moves: boolean): Domain;
  isMoving(): boolean;
}

export function createVarianceAxis(): VarianceAxis {
  const plain = createMovingDomain([0, 1]);
  const contrast = createMovingDomain([-1, 1]);
  return {
    at(question, nowMs, moves) {
      const powers = contrastDomain(question);
      return powers ? contrast.at(powers, nowMs, moves) : plain.at(varianceDomain(question), nowMs, moves);
    },
    isMoving: () => plain.isMoving() || contrast.isMoving(),
  };
}
