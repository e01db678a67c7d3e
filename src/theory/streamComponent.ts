/** What a residual branch does in infinite width, in units of the root mean square of the stream h that enters it. */
export interface Branch {
  /** Mean of the stream's units. */
  readonly mean: number;
  /** Mean and mean square of alpha f(a). */
  readonly addedMean: number;
  readonly addedSquare: number;
  /** alpha^2 g^2 E f'^2: what the branch adds to the squared gradient. */
  readonly growth: number;
  /** ln of it, which need not be in float64 itself. */
  readonly logGrowth: number;
  /** With e the weights' share of a as a standard normal number and y = alpha g e f'(a): E y, E y^2 and E y alpha f(a). */
  readonly tilt: number;
  readonly tiltSquare: number;
  readonly tiltAdded: number;
  /** alpha^2 g^2 times E f'^2 alpha f(a) and E f'^2 (alpha f(a))^2. */
  readonly growthMean: number;
  readonly growthSquare: number;
}

/** A symmetric 2 x 2 matrix, and a vector: of the two directions 1 and h. */
type Pair = readonly [number, number];
type Symmetric = readonly [number, number, number];

const apply = ([a, b, c]: Symmetric, [x, y]: Pair): Pair => [a * x + b * y, b * x + c * y];
const dot = ([a, b]: Pair, [x, y]: Pair): number => a * x + b * y;
const product = (matrix: Symmetric, x: Pair, y: Pair): number => dot(x, apply(matrix, y));

/** Of 1 and h, whose inner products a unit are 1, m and q; of 1 alone where both point the same way. */
function inverse([, m, q]: Symmetric): Symmetric {
  const rest = q - m * m;
  return rest > 1e-12 * q ? [q / rest, -m / rest, 1 / rest] : [1, 0, 0];
}

/** The gradient on its way down; all but the logarithm in units of what branches make of one that leans nowhere. */
interface Gradient {
  /** ln of that unit, relative to |delta_D|^2. */
  readonly log: number;
  /** Of its mean square a unit. */
  readonly square: number;
  /** Second moments of its overlaps a unit with 1 and with h. */
  readonly overlaps: Symmetric;
}

const unit: Pair = [1, 0];
const stream: Pair = [0, 1];

function stepBack(
  { log, square, overlaps }: Gradient,
  branch: Branch,
  width: number,
): Gradient & { readonly back: number } {
  const { mean, addedMean, addedSquare, growth, tilt, tiltSquare, tiltAdded } = branch;
  // h_d in units of h_(d-1).
  const grown = 1 + 2 * mean * addedMean + addedSquare;
  const root = Math.sqrt(grown);
  const [ones, mixed, along] = overlaps;
  const known: Symmetric = [ones, root * mixed, grown * along];
  const solve = inverse([1, mean + addedMean, grown]);

  // Two sums over the units of delta_d: with y, which makes W^T (f' delta) lean towards h, and with h_(d-1).
  const leaning: Pair = [tilt, tilt * mean + tiltAdded];
  const entering: Pair = [mean, 1 + mean * addedMean];
  const [byLeaning, byEntering] = [apply(solve, leaning), apply(solve, entering)];
  // What is left of delta_d, at right angles to 1 and h_d, leans nowhere: chance alone brings it into the sums.
  const inDirections = solve[0] * known[0] + 2 * solve[1] * known[1] + solve[2] * known[2];
  const free = Math.max(0, square - inDirections) / width;
  const leaned = product(known, byLeaning, byLeaning) + free * (tiltSquare - dot(leaning, byLeaning));
  const crossed = product(known, byLeaning, byEntering) + free * (tilt * mean - dot(leaning, byEntering));
  const entered = product(known, byEntering, byEntering) + free * (1 - dot(entering, byEntering));

  // alpha^2 g^2 E (f' delta)^2; the squares of slopes know of h_d.
  const [a, b] = [apply(solve, unit), apply(solve, stream)];
  const streamGrowth = growth * mean + branch.growthMean;
  const squareGrowth = growth + 2 * mean * branch.growthMean + branch.growthSquare;
  const back =
    growth * free * width +
    growth * product(known, a, a) +
    2 * streamGrowth * product(known, a, b) +
    squareGrowth * product(known, b, b);

  const onesLeaned = product(known, unit, byLeaning);
  const onesEntered = product(known, unit, byEntering);
  const noise = (back * (1 - mean * mean)) / width;
  const scale = 1 + growth;
  return {
    log: log + Math.log(scale),
    square: (square + 2 * crossed + leaned + back * (1 - 1 / width)) / scale,
    overlaps: [
      (known[0] + 2 * mean * onesLeaned + mean * mean * leaned + noise) / scale,
      (onesEntered + onesLeaned + mean * (crossed + leaned)) / scale,
      (entered + 2 * crossed + leaned) / scale,
    ],
    back,
  };
}

/** ln of what a gradient that leans nowhere would be, and how much more the mean square is, as a ratio. */
export interface Excess {
  readonly log: number;
  readonly ratio: number;
}

/** The gradient's mean square k branches back, and that of the same in the branch below, f' delta times alpha g. */
export interface StreamStep {
  readonly square: Excess;
  readonly back: Excess;
}

/**
 * Second moments of the gradient in a residual network without norm, from the top down, `branches` being those of layers 1..D: beside what
 * new random directions add, its part along h, which every branch turns back into itself, for f(a) . delta does not vanish where f has a mean or delta
 * leans towards h. That part starts as 1/N of the square and grows as |h|^2 does. Leading order of both. Source: docs/MODEL.md, "Residual branches".
 */
export function streamComponent(branches: readonly Branch[], topMean: number, width: number): StreamStep[] {
  let gradient: Gradient = {
    log: 0,
    square: 1,
    overlaps: [1 / width, topMean / width, 1 / width],
  };
  return branches.toReversed().map((branch) => {
    const before = gradient.log;
    const { back, ...next } = stepBack(gradient, branch, width);
    gradient = next;
    const excess = (ratio: number) => Math.max(0, ratio - 1);
    return {
      square: { log: next.log, ratio: excess(next.square) },
      back: { log: before + branch.logGrowth, ratio: branch.growth > 0 ? excess(back / branch.growth) : 0 },
    };
  });
}
