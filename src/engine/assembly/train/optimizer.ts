import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';

/** Plain descent of parameters along their gradient; `bytes` are a multiple of 16. */
export function descend(parameters: usize, gradient: usize, bytes: i32, rate: f32): void {
  const step = f32x4.splat(-rate);
  for (let at = 0; at < bytes; at += 16) {
    v128.store(parameters + at, multiplyAdd(step, v128.load(gradient + at), v128.load(parameters + at)));
  }
}

/** Descent with momentum: the velocity is the gradient plus a share of the velocity before. */
export function descendWithMomentum(
  parameters: usize,
  gradient: usize,
  velocity: usize,
  bytes: i32,
  rate: f32,
  momentum: f32,
): void {
  const step = f32x4.splat(-rate);
  const share = f32x4.splat(momentum);
  for (let at = 0; at < bytes; at += 16) {
    const moved = multiplyAdd(share, v128.load(velocity + at), v128.load(gradient + at));
    v128.store(velocity + at, moved);
    v128.store(parameters + at, multiplyAdd(step, moved, v128.load(parameters + at)));
  }
}

/**
 * Adam (Kingma & Ba 2015). The corrections are 1 minus the products of each moment's constant over all steps so far; `firstRest` and
 * `secondRest` are 1 minus the constants, which float32 would round.
 */
export function adam(
  parameters: usize,
  gradient: usize,
  first: usize,
  second: usize,
  bytes: i32,
  rate: f32,
  firstShare: f32,
  firstRest: f32,
  secondShare: f32,
  secondRest: f32,
  firstCorrection: f32,
  secondCorrection: f32,
  epsilon: f32,
): void {
  for (let at = 0; at < bytes; at += 16) {
    const g = v128.load(gradient + at);
    const mean = multiplyAdd(
      f32x4.splat(firstShare),
      v128.load(first + at),
      f32x4.mul(f32x4.splat(firstRest), g),
    );
    const square = multiplyAdd(
      f32x4.splat(secondShare),
      v128.load(second + at),
      f32x4.mul(f32x4.splat(secondRest), f32x4.mul(g, g)),
    );
    v128.store(first + at, mean);
    v128.store(second + at, square);
    const root = f32x4.sqrt(f32x4.div(square, f32x4.splat(secondCorrection)));
    const step = f32x4.div(
      f32x4.div(mean, f32x4.splat(firstCorrection)),
      f32x4.add(root, f32x4.splat(epsilon)),
    );
    v128.store(parameters + at, multiplyAdd(f32x4.splat(-rate), step, v128.load(parameters + at)));
  }
}
