import { factorText, numberText, percentText } from '#plots/numberText.ts';
import type { LessonsDictionary } from '#ui/dictionary/lessonsDictionary.ts';
import { countText } from '#ui/text/countText.ts';
import { cureLessons } from './cureLessons.ts';

/** The lessons in English. */
export const lessons: LessonsDictionary = {
  oneMatrix: {
    title: 'One matrix stretches by chance',
    text: ({ width }) => [
      `A layer multiplies a gradient by a matrix of random weights. Each of the ${width} × ${width} weights is drawn so that, on average over all matrices, the squared length stays what it was.`,
      'On average. One matrix is not the average.',
    ],
    formula: 'z = \\frac{|W^{\\mathsf T}\\delta|^2}{|\\delta|^2},\\qquad N z \\sim \\chi^2_N',
    question: ({ width }) =>
      `Two thousand matrices, ${width} units wide, each multiply one vector. By how much does one of them typically change its length?`,
    choices: ({ logSpread, wideLogSpread }) => [
      'not at all',
      `a factor of ${factorText(wideLogSpread)}`,
      `a factor of ${factorText(logSpread)}`,
      'a factor of 16',
    ],
    right: 2,
    reveal: ({ width, logSpread, wideLogSpread }) =>
      `Each end is one matrix: typically it stretches or shrinks by a factor of ${factorText(logSpread)}. The squared length is a sum of ${width} squares, so wider layers vary less: at ${16 * width} units the factor is ${factorText(wideLogSpread)}.`,
    experiment: 'Drag the width in the sentence and watch the ends draw together.',
    notes: ({ logSpread }) =>
      `Let them vote. The point: one layer is harmless, a factor of ${factorText(logSpread)} at most moves nobody. Say what ln Z is: the log of the squared length, 0 for unchanged; half of it is the log of the length. The next lesson multiplies a hundred of these.`,
  },
  logsAdd: {
    title: 'Many matrices multiply, logs add',
    text: ({ depth }) => [
      `Through ${depth} layers the factors multiply. Multiplying factors is adding their logs, and adding random numbers is a random walk: each line is one network’s gradient on its way back, one step a layer.`,
      'The gain is set so that no direction is favoured.',
    ],
    formula: '\\ln Z = D \\ln g^2 + \\sum_{d=1}^{D} \\ln z_d',
    question: ({ depth }) =>
      `One step strays by about a third of a unit of ln Z. How far have the walks strayed after ${depth} steps?`,
    choices: ({ depth, stepSpread, endSpread }) => [
      `no further: ${numberText(stepSpread, 2)}`,
      `by the root of ${depth}: ${numberText(endSpread, 2)}`,
      `${depth} times as far: ${numberText(depth * stepSpread, 2)}`,
    ],
    right: 1,
    reveal: ({ depth, endSpread, logSpread }) =>
      `Ups and downs partly cancel: the spread grows with the root of the depth, to ${numberText(endSpread, 2)} after ${depth} layers. For one network that is a gradient ${factorText(logSpread)} times too long, or too short.`,
    experiment: 'Press New seed a few times: other networks, the same envelope.',
    notes: () =>
      'Draw two lines on the board, one per log and one per factor. The envelope is not fitted to the walks: it is exact theory, drawn before the first walk arrived. Ask who has seen this curve before: diffusion, a drunkard, the stock market.',
  },
  drift: {
    title: 'Drift: vanishing and exploding',
    text: ({ depth }) => [
      `Now ReLU units: half of them are off, and what is off passes no gradient on. The weights keep their size, gain 1, as for linear layers. ${depth} layers.`,
    ],
    formula: '\\langle \\ln Z \\rangle = D\\,(2 \\ln g + \\langle \\ln z \\rangle)',
    question: () => 'What becomes of the gradient on its way back?',
    choices: ({ logFactor }) => [
      'it keeps its size',
      'it is halved in all',
      `it shrinks to ${factorText(logFactor)}`,
    ],
    right: 2,
    reveal: ({ perLayer, logFactor, depth, largeGain, largeLogFactor }) =>
      `Every layer costs half of the squared length, ${numberText(perLayer, 3)} in its log. Over ${depth} layers the gradient’s length vanishes to ${factorText(logFactor)}: the first layers learn nothing. With gain ${largeGain} instead it would explode, ${factorText(largeLogFactor)} times.`,
    experiment: 'Drag the gain until the walks neither fall nor rise.',
    notes: ({ logFactor }) =>
      `This is the vanishing-gradient problem, all of it. A number of ${factorText(logFactor)} is far below what float32 can hold beside the last layer’s. Common misconception: that vanishing is due to depth alone. Depth multiplies; the drift per layer is what is multiplied.`,
  },
  goodGain: {
    title: 'The gain that cancels the drift',
    text: ({ depth, width }) => [
      `One number in front of every weight matrix, the gain, lifts every step by the same amount. So for every depth and width there is a gain g* at which the walk does not drift. Here it is set for ${depth} ReLU layers of ${width}.`,
    ],
    formula: 'g^* = \\exp\\!\\left(-\\tfrac12 \\langle \\ln z \\rangle\\right)',
    question: ({ offBy, depth }) =>
      `How exactly must it be set? Suppose the gain is ${percentText(offBy)} too large. How much too long is the gradient after ${depth} layers, typically?`,
    choices: ({ offBy, offLogFactor }) => [
      percentText(offBy),
      `about ${factorText(offLogFactor)} times`,
      'a million times',
    ],
    right: 1,
    reveal: ({ gain, paperGain, offBy, offLogFactor }) =>
      `With g* = ${numberText(gain, 5)} the mean stays on zero. An error of ${percentText(offBy)} is repeated in every layer and grows to a factor of ${factorText(offLogFactor)}. Sussillo and Abbott’s formula gives ${numberText(paperGain, 5)}: close enough.`,
    experiment: 'Halve the depth: g* stays. Halve the width: it moves.',
    notes: ({ gain }) =>
      `g* = ${numberText(gain, 5)} is a little above the root of 2, He’s gain: why, is lesson 6. The gain depends on the width and, for ReLU, not on the depth: each layer is kept on its own.`,
  },
  spread: {
    title: 'The spread that no gain removes',
    text: ({ depth, width }) => [
      `The drift is gone, but the walks still part: the gain shifts all networks alike, and cannot know which of them was unlucky. ${depth} ReLU layers of ${width} at g*.`,
    ],
    formula:
      '\\mathrm{Var} \\ln Z \\approx c\\,\\frac{D}{N},\\; c_{\\text{linear}} = 2,\\; c_{\\text{ReLU}} = 5',
    question: ({ fourfold }) =>
      `The layers are made four times as wide, ${fourfold} units. How wide are the walks spread then?`,
    choices: () => ['as wide as before', 'half as wide', 'a sixteenth as wide'],
    right: 1,
    reveal: ({ variance, logSpread, fourfoldLogSpread }) =>
      `The variance is ${numberText(variance, 4)} here, a straight line through the layers. It shrinks like one over the width, so the spread is halved: the typical factor falls from ${factorText(logSpread)} to ${factorText(fourfoldLogSpread)}. Depth over width is what counts.`,
    experiment: 'Dashed: networks four times as wide. Double depth and width together: the picture stays.',
    notes: () =>
      'The second figure is the message: a line, measured and exact. c = 2 comes from the chi-square of the weights; ReLU adds 2 because only half the units carry, and 1 because how many do is chance itself.',
  },
  typical: {
    title: 'Typical is not average',
    text: ({ depth, heGain }) => [
      `He’s gain, ${numberText(heGain, 4)}, keeps the average of the squared length at exactly 1, at every depth. So one would expect the walks to stay level. ${depth} layers.`,
    ],
    formula:
      '\\langle Z \\rangle = \\left(\\tfrac{g^2}{2}\\right)^{D},\\qquad e^{\\langle \\ln Z \\rangle} \\ne \\langle Z \\rangle',
    question: () => 'With the average kept at 1, what does a typical network do?',
    choices: () => ['it stays near 1', 'it shrinks', 'it grows'],
    right: 1,
    reveal: ({ heLogFactor, gain, logMean }) =>
      `A few rare networks are huge and carry the average; nearly all others shrink, typically to ${factorText(heLogFactor)} of their length. At g* = ${numberText(gain, 5)} the typical network keeps its length, and the average of the squared length is ${factorText(logMean)}: no mean of a hundred networks comes near it.`,
    experiment: 'Dashed: the same networks at g*, whose logs have mean zero. Drag the gain up to it.',
    notes: () =>
      'As with incomes: the mean is not the median. That is why this page shows logs and quantiles. Misconception to meet: "variance-preserving" initialisation preserves a mean of squares, not what one network does. For D/N well below 1 the two agree, so He’s gain is good where it is used.',
  },
  orthogonal: {
    title: 'ReLU pays more, orthogonal pays less',
    text: ({ depth, width }) => [
      `Two things spread the walks: the random lengths of the weight vectors, and which ReLUs happen to be on. Orthogonal matrices remove the first: alone they keep every length exactly. ${depth} ReLU layers of ${width}, orthogonal weights.`,
    ],
    formula:
      '\\mathrm{Var} \\ln z \\approx \\tfrac{2}{N},\\ \\tfrac{5}{N},\\ \\tfrac{3}{N}\\quad\\text{(linear, ReLU, orthogonal ReLU)}',
    question: () => 'Is the spread gone?',
    choices: () => ['yes: orthogonal matrices keep lengths', 'no: it is smaller', 'no: it is as before'],
    right: 1,
    reveal: ({ linear, relu, orthogonalRelu, logSpread }) =>
      `The masks of the ReLUs remain. Var ln Z is ${numberText(relu, 3)} for Gaussian weights and ${numberText(orthogonalRelu, 3)} for orthogonal ones, about 3 instead of 5 parts; linear Gaussian layers have ${numberText(linear, 3)}. Typical factor here: ${factorText(logSpread)}.`,
    experiment:
      'Dashed: Gaussian weights. Choose linear: the walks lie on zero, to the last digit of float32.',
    notes: () =>
      'Good place to ask what a mask does to a rotation: it projects. Orthogonal initialisation is worth most for linear and nearly linear networks (Saxe et al. 2013).',
  },
  realTraining: {
    title: 'A real network learns',
    text: ({ depth, width }) => [
      `A random network, ${depth} tanh layers of ${width} with orthogonal weights, gets an input and an output layer and is trained by gradient descent to name drawn digits, here, on this machine.`,
      'It begins when you have guessed, and takes some seconds, on a slow computer a minute or two.',
    ],
    formula: 'W \\leftarrow W - \\eta\\, \\frac{\\partial E}{\\partial W}',
    question: ({ steps }) => `Will plain SGD move a network this deep within ${steps} steps?`,
    choices: () => ['no: too deep without tricks', 'yes, at a gain near g*'],
    right: 1,
    reveal: ({ gain, half, halfLogFactor }) =>
      `At gain ${numberText(gain, 3)}, close to g*, already its first gradients reach the first layer, and its loss leaves that of guessing at once. With half the gain, ${numberText(half, 3)}, they would arrive ${factorText(halfLogFactor)} times as long, nothing in float32: the loss would stay at that of guessing for ever.`,
    experiment: 'Open it in Train and halve the gain.',
    notes: () =>
      'While it trains, point at the first panel: the gradient through the layers, now and at the start. Then at the weight gradients: at the start they are flat at this gain and at half of it, since activation and gradient change in opposite directions; a wrong gain moves them all together. Biases end that, and so do units that saturate. Why not ReLU? A ReLU network this deep takes all its inputs for nearly the same one, and so hardly starts: lesson 10.',
  },
  budget: {
    title: 'Depth or width?',
    text: ({ parameters, depth, width, shallowDepth, shallowWidth }) => [
      `${countText(parameters)} weights can be ${depth} layers of ${width}, as here, or ${shallowDepth} layers of ${shallowWidth}. Same number, same gain rule.`,
    ],
    formula: 'P = D N^2 \\;\\Rightarrow\\; \\mathrm{Var} \\ln Z \\approx \\frac{c\\, D^{3/2}}{\\sqrt{P}}',
    question: ({ shallowDepth }) =>
      `The deep one has four times the layers. How much larger is its Var ln Z than that of the ${shallowDepth}-layer one?`,
    choices: () => ['twice', 'four times', 'eight times'],
    right: 2,
    reveal: ({ variance, shallowVariance, logSpread, shallowLogSpread }) =>
      `Deeper is narrower, so it pays twice: ${numberText(variance, 3)} against ${numberText(shallowVariance, 3)}. One network’s gradient is typically off by a factor of ${factorText(logSpread)}, against ${factorText(shallowLogSpread)}.`,
    experiment:
      'Dashed: the shallow one, of as many weights. Set it in the sentence and look at the second figure.',
    notes: () =>
      'The exponent 3/2 is the take-home for practitioners: at a fixed budget a network twice as deep has almost three times the variance.',
  },
  alignedInputs: {
    title: 'What the right gain does not fix',
    text: ({ depth, width }) => [
      'So far every walk had a network of its own. Here all of them go through one and the same network, with inputs and errors of their own.',
      `${depth} ReLU layers of ${width}, at g*.`,
    ],
    formula: 'c_{d+1} = \\frac{\\sqrt{1-c_d^2} + (\\pi - \\arccos c_d)\\, c_d}{\\pi}',
    question: () => 'Will these walks spread as before?',
    choices: () => ['yes: other inputs, other walks', 'no: they travel together'],
    right: 1,
    reveal: ({ cosineAt5, cosineAt100, logSpread }) =>
      `They share one fate: the network’s own, off by a factor of ${factorText(logSpread)} typically, for all its inputs alike. Inputs also turn parallel: two that had nothing in common have a cosine of ${numberText(cosineAt5, 3)} after 5 layers and ${numberText(cosineAt100, 3)} after 100. No gain mends that; residual branches and normalisation do.`,
    experiment: 'Press New seed: another network, another common fate.',
    notes: () =>
      'End on what initialisation cannot do. The right gain makes the first step possible; it does not make a deep plain network a good one. Ask: what would residual connections do to this picture?',
  },
  ...cureLessons,
};
