import type { FindingTexts } from '#ui/dictionary/findingTexts.ts';

/** The questions of the findings view and what came out, in English. */
export const findingTexts: FindingTexts = {
  gain: {
    title: 'Which gains let a network of a given depth learn?',
    question:
      'Networks of 2 to 500 layers, 32 wide, learn ten digits for 300 steps, with gains around g*, at which the gradient keeps its size. The axis says how far a gain pushes ln Z over all layers together.',
    expected:
      'the same push hurts every depth alike, so that the basin of gains is narrow in proportion to 1/D; and g* lies in it.',
    came: ({ percent: p, off }) => [
      `With orthogonal weights it is so. g* leaves ${p('orthogonal', '10', 0)} wrong at 10 layers, ${p('orthogonal', '100', 0)} at 100 and ${p('orthogonal', '500', 0)} at 500; a push of +32 leaves ${p('orthogonal', '100', 32)} at 100 layers, where it is a gain only ${off(32, 100)} too large. Gains that are too small hurt deep networks less than shallow ones: −16 leaves ${p('orthogonal', '10', -16)} at 10 layers and ${p('orthogonal', '100', -16)} at 100.`,
      `With Gaussian weights g* is not enough. At 50 layers ReLU leaves ${p('relu', '50', 0)} wrong at g* and tanh ${p('tanh', '50', 0)}; from 100 layers on both hardly learn in 300 steps at any gain: ReLU at 200 layers and g*: ${p('relu', '200', 0)}. The gradient arrives there, but its spread is wide, and a deep ReLU network takes all inputs for nearly the same one.`,
    ],
    figures: {
      orthogonal: 'Training error against gain: tanh, orthogonal weights',
      tanh: 'Training error against gain: tanh, Gaussian weights',
      relu: 'Training error against gain: ReLU, Gaussian weights',
    },
  },
  shape: {
    title: 'Deep and narrow, or shallow and wide?',
    question:
      'All networks have 100,000 weights, the first and the last matrix included: 2 layers 101 wide, or 200 layers 20 wide. Each has its g*, and 300 steps.',
    expected:
      'Var ln Z grows like D to the power 3/2 at a fixed number of weights: deeper is narrower is wilder.',
    came: ({ percent: p, on }) => [
      `In 300 steps depth never pays here. From 2 to 50 layers the error goes from ${p('depth', 'relu', 2)} to ${p('depth', 'relu', 50)} for ReLU and from ${p('depth', 'tanh', 2)} to ${p('depth', 'tanh', 50)} for tanh with Gaussian weights.`,
      `Orthogonal weights, which make no spread in a linear network, pay the least for depth: ${p('depth', 'orthogonal', 2)} at 2 layers, ${p('depth', 'orthogonal', 50)} at 50, but ${p('depth', 'orthogonal', 200)} at 200, 20 wide. MNIST orders the three alike: at 100 layers ReLU leaves ${on('mnist').percent('depth', 'relu', 100)}, tanh ${on('mnist').percent('depth', 'tanh', 100)}, orthogonal tanh ${on('mnist').percent('depth', 'orthogonal', 100)}.`,
    ],
    figures: {
      depth: 'Training error against depth at 100,000 weights',
    },
  },
  encode: {
    title: 'Does depth spoil an auto-encoder?',
    question:
      'The network gives its input back through 2 to 100 layers of 32 units, each at its g*: 300 steps of Adam, with an output layer of gain 0.1. Error 1 is the best constant answer’s.',
    expected: 'at g* the gradient arrives at every depth, so that depth alone need not spoil it.',
    came: ({ percent: p }) => [
      `It spoils it all the same: ReLU leaves ${p('depth', 'relu', 2)} of the error through 2 layers and ${p('depth', 'relu', 50)} through 50, tanh with orthogonal weights ${p('depth', 'orthogonal', 2)} and ${p('depth', 'orthogonal', 50)}.`,
      `Here the order is another than in classification: through 2 layers ReLU is ahead of tanh with orthogonal weights. An answer of 784 numbers needs what every layer hands on to be told apart, and not only a gradient that arrives.`,
    ],
    figures: {
      depth: 'Error of auto-encoding against depth',
    },
  },
  time: {
    title: 'How long until half of the loss is gone?',
    question:
      'Steps until the mean loss of 20 mini-batches is half of what guessing costs: at g*, in at most 600 steps. Where no training got there, there is no point.',
    expected: 'gradients of one size at every depth would take about as many steps.',
    came: ({ steps: s, on }) => [
      `Even with orthogonal weights depth costs time, though far less than in proportion: ${s('depth', 'orthogonal', 2)} steps through 2 layers, ${s('depth', 'orthogonal', 100)} through 100, fifty times as deep.`,
      `With Gaussian weights it costs more: ReLU needs ${s('depth', 'relu', 2)} steps through 2 layers and ${s('depth', 'relu', 10)} through 10, and from 50 layers on neither it nor Gaussian tanh gets there in 600. Phones take longer: through 2 layers ReLU needs ${on('phones').steps('depth', 'relu', 2)} steps there, and ${s('depth', 'relu', 2)} on digits. The learning rate is each network’s own, so that a small one is a part of the answer.`,
    ],
    figures: {
      depth: 'Steps to half of guessing’s loss against depth',
    },
  },
  cures: {
    title: 'Do branches and norms spare the search for a gain?',
    question:
      'Beyond the paper: ReLU networks with residual branches, with a norm before every matrix, and with both, at He’s gain over depth; and 50 layers of each over gains from a quarter to four times He’s.',
    expected:
      'a norm takes the gain out of the game, and branches make a power of the depth of an exponential.',
    came: ({ percent: p }) => [
      `Both together do: branches with layer norm leave ${p('depth', 'both', 100)} wrong at 100 layers, and at 50 layers ${p('gain', 'both', 1 / 4)} at a quarter of He’s gain and ${p('gain', 'both', 4)} at four times it.`,
      `Neither does alone. RMS norm makes the gain irrelevant and still leaves ${p('depth', 'rms', 50)} at 50 layers, as a plain network does with ${p('depth', 'plain', 50)}: a gradient of the right size is not what is missing. Branches with α = 1 and no norm make outputs so large from 50 layers on that they bear only rates below 1e−9 and learn nothing, ${p('depth', 'branches', 50)} wrong; at four times He’s gain the first pass leaves float32, which counts as all wrong. With α = 1/√D they learn, ${p('depth', 'rootBranches', 50)} at 50 layers, until a gain of twice He’s, ${p('gain', 'rootBranches', 2)}.`,
    ],
    figures: {
      depth: 'Training error against depth at He’s gain',
      gain: 'Training error of 50 layers against gain',
    },
  },
  tied: {
    title: 'One matrix again and again, or a new one in every layer?',
    question:
      'Beyond the paper: the same networks, recurrent and feed-forward, at the feed-forward g*: one matrix in all layers, or one each.',
    expected:
      'until about √N layers, six of them here, both agree; beyond, the variance of a recurrent network’s ln Z grows with the square of the depth, and no gain mends it. Orthogonal weights do.',
    came: ({ percent: p }) => [
      `So it is in training. At 10 layers Gaussian tanh leaves ${p('tanh', 'tied', 10)} wrong with one matrix and ${p('tanh', 'untied', 10)} with new ones, at 20 layers ${p('tanh', 'tied', 20)} and ${p('tanh', 'untied', 20)}; ReLU parts earlier, at 10 layers ${p('relu', 'tied', 10)} and ${p('relu', 'untied', 10)}.`,
      `Orthogonal weights mend much of it and not all: at 100 layers they leave ${p('orthogonal', 'tied', 100)} with one matrix and ${p('orthogonal', 'untied', 100)} with new ones, though the walks of a linear network would not differ at all. But tanh is not linear, and one update of the one matrix moves all layers at once.`,
    ],
    figures: {
      orthogonal: 'Training error against depth: tanh, orthogonal weights',
      tanh: 'Training error against depth: tanh, Gaussian weights',
      relu: 'Training error against depth: ReLU, Gaussian weights',
    },
  },
};
