import { factorText, numberText } from '#plots/numberText.ts';
import type { CureLessonsDictionary } from '#ui/dictionary/lessonsDictionary.ts';

/** The lessons on recurrent, residual and normalised networks in English. */
export const cureLessons: CureLessonsDictionary = {
  sameMatrix: {
    title: 'One matrix, again and again',
    text: ({ depth, width, newSpread }) => [
      `A recurrent network meets the same matrix at every step. Here each network has one matrix of its own, and uses it ${depth} times: ${width} linear units, gain 1.`,
      `With new matrices ups and downs would partly cancel, and ln Z would stray by ${numberText(newSpread, 2)} in ${depth} layers.`,
    ],
    formula:
      '|\\delta_{D-k}| \\propto |\\lambda_1|^{k},\\qquad \\mathrm{Var} \\ln Z \\approx k^2\\, \\mathrm{Var}(2 \\ln |\\lambda_1|)',
    question: () =>
      'With one matrix nothing is drawn anew after the first layer. What do the walks look like?',
    choices: ({ newSpread }) => [
      `as before: random walks, ±${numberText(newSpread, 2)}`,
      'level: one matrix is one throw',
      'straight lines, each with a slope of its own',
    ],
    right: 2,
    reveal: ({ alike, ownSpread, newSpread, ownFactor, depth }) =>
      `For some ${alike} layers nothing is different. Then one direction wins, and every layer stretches it alike: by the largest eigenvalue, each network’s own. So the spread grows with the depth, not with its root: ±${ownSpread} after ${depth} layers, not ±${numberText(newSpread, 2)}; in length a factor of about ${ownFactor}. No gain suits them all.`,
    experiment:
      'Open it in Walk: there new matrices lie beneath. Then choose orthogonal weights: every eigenvalue has size 1, all walks are level.',
    notes: ({ newLogSpread }) =>
      `The contrast with which Sussillo and Abbott begin: a feed-forward network has new luck in every layer, here a factor of ${factorText(newLogSpread)} in all; a recurrent one repeats its luck. The second figure is on logarithmic axes: the variance climbs with the square of the depth, twice as steep as the line of new matrices. The cure is orthogonal: all eigenvalues on the unit circle. With ReLU the masks differ from layer to layer and the lines are not quite straight, but the variance grows as fast.`,
  },
  wayRound: {
    title: 'A way round',
    text: ({ depth, width, gain, plainLogFactor, residual }) => [
      `${depth} linear layers of ${width} at gain ${gain}: each halves the squared length, as those of lesson 3 did, and the gradient would shrink to ${factorText(plainLogFactor)}.`,
      `One thing is new: what a layer makes does not replace what it got, but is added to it, times ${residual}.`,
    ],
    formula:
      'h_d = h_{d-1} + \\alpha f(a_d),\\qquad |\\delta_0|^2 \\approx \\left(1 + \\alpha^2 g^2\\right)^{D} |\\delta_D|^2',
    question: () => 'The weights are as small as ever. What becomes of the gradient?',
    choices: () => ['it vanishes, only later', 'it nearly keeps its length', 'it explodes'],
    right: 1,
    reveal: ({ depth, logFactor, fullLogFactor, deepDepth, deepLogFactor }) =>
      `It has a way round every layer, on which nothing is lost; branches can only add. In ${depth} layers its length grows ${factorText(logFactor)} times. Branches of weight 1 would make that ${factorText(fullLogFactor)}. One over the root of the depth, as here, holds the growth at every depth: ${factorText(deepLogFactor)} times in ${deepDepth} layers.`,
    experiment: 'Open it in Walk and drag residual up to 1.',
    notes: ({ fullLogFactor }) =>
      `Draw the arrow round the layer. A plain layer multiplies, and a product can go to nothing; a branch makes 1 + something, which cannot. So no gain is needed against vanishing. But 1 + something explodes if the something is not small, ${factorText(fullLogFactor)} times at weight 1: the square of one over the root of the depth, added up over the depth, is one. Why not ReLUs? They have a mean, which the branches add up in one direction and which outgrows the rest: residual connections alone do not make any depth safe. A norm holds it, lesson 14.`,
  },
  normalised: {
    title: 'Normalising helps, or harms',
    text: ({ depth, width }) => [
      `The other cure: before every matrix the activations are brought to one size. Layer norm takes their mean off and divides by their standard deviation. Again ${depth} ReLU layers of ${width} at gain 1, without branches.`,
      'Now no activation can vanish or explode.',
    ],
    formula:
      "\\left(g^2\\, \\frac{\\langle f'^2 \\rangle}{\\mathrm{Var} f}\\right)_{\\text{layer}} = \\frac{\\pi}{\\pi - 1},\\qquad \\left(g^2\\, \\frac{\\langle f'^2 \\rangle}{\\langle f^2 \\rangle}\\right)_{\\text{rms}} = 1",
    question: () => 'And the gradient?',
    choices: ({ perLayer }) => [
      'it keeps its length too',
      'it vanishes as before',
      `it explodes, ${numberText(perLayer)} times a layer`,
    ],
    right: 2,
    reveal: ({ perLayer, depth, logFactor }) =>
      `Its length grows ${numberText(perLayer)} times a layer, ${factorText(logFactor)} times in ${depth}, at every gain. ReLUs have a mean; layer norm takes it off and divides by the little that is left, and the way back divides too. RMS norm takes nothing off: there the gradient keeps its length, again at every gain. What a gain multiplies, a norm divides out.`,
    experiment: 'Drag the gain: only the last step knows it. Then open it in Walk and choose RMS.',
    notes: ({ perLayer, tanhPerLayer }) =>
      `Both halves surprise: a norm takes the gain out of the game, and it can make things worse. ${numberText(perLayer)} is the root of π/(π − 1), known from batch normalisation. RMS norm is level for ReLU by a lucky balance: half of the slopes and half of the squares are left. With tanh it is not: ${numberText(tanhPerLayer)} times a layer at gain 1. Ask what becomes of it with branches: behind a norm the stream grows, so each branch counts less, and an exponential becomes a power of the depth.`,
  },
  cured: {
    title: 'All three, trained',
    text: ({ depth, width, residual, weights }) => [
      `A plain ReLU network of ${depth} layers takes all inputs for nearly the same one (lesson 10), and learns nothing. Now lessons 11 to 13 at once: branches of weight ${residual}, one over the root of the depth, RMS norm, and one matrix for all ${depth} layers, ${width} × ${width}: ${weights} weights.`,
      'It begins when you have guessed, and may take a minute or two.',
    ],
    formula:
      'h_d = h_{d-1} + \\frac{1}{\\sqrt{D}}\\, f\\!\\left(W\\, \\frac{h_{d-1}}{\\mathrm{rms}(h_{d-1})} + b\\right)',
    question: ({ steps }) => `Does it learn to name digits within ${steps} steps?`,
    choices: ({ guessing }) => [
      `no: its loss stays at ${numberText(guessing, 4)}, that of guessing`,
      'only with a matrix for each layer',
      'yes, within the first steps',
    ],
    right: 2,
    reveal: ({ depth }) =>
      `Its loss soon leaves that of guessing. The gradient reaches the first of ${depth} layers, and inputs reach the last without becoming one: the way round carries both, and the norm keeps the stream from feeding on itself.`,
    experiment: 'Open it in Train. Set residual to 0 and the norm to none: it learns nothing.',
    notes: ({ guessing, cosine }) =>
      `While it trains, point at the gradient through the layers: it arrives. Then say what the plain one does, with one matrix or with many: its loss comes to rest at ${numberText(guessing, 4)}, the log of ten, for two inputs have the cosine ${numberText(cosine, 4)} at its end. Why do branches keep them apart? What entered first is still there in the sum. Close the arc: in lessons 3 to 6 a gain made the first step possible; a sum and a norm, two lines of code, make it hard to miss.`,
  },
};
