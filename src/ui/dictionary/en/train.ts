import { plural } from '#experiment/dictionary/en/numbers.ts';
import type { ParameterKey } from '#experiment/experiment.ts';
import { numberText, percentText } from '#plots/numberText.ts';
import { parameterText } from '#ui/dictionary/parameterText.ts';
import { countText } from '#ui/text/countText.ts';

const labels = (keys: readonly ParameterKey[]) => keys.map((key) => parameterText(key).label).join(', ');

const layerText = (layer: number, depth: number) =>
  layer > depth ? 'the output layer' : layer === 0 ? 'the input layer' : `layer ${layer} of ${depth}`;

/** What a network may have besides layers that follow one another. */
const trainedParts = {
  tied: 'one matrix in all its layers',
  residual: 'residual branches of weight {residual}',
  rms: 'RMS norm before each matrix',
  layer: 'layer norm before each matrix',
};
export type TrainedPart = keyof typeof trainedParts;

const joined = (parts: readonly string[]) =>
  parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** Every word of the train view, in English. */
export const train = {
  stepHelp: 'One more mini-batch',
  autoRate: {
    label: 'found for this network',
    help: 'A share of what the network just bears, found by steps on a few samples, each twice as long as the one before, until the loss rises; lowered whenever the loss leaves what it allows, and tried again on the way, where it may grow. Take the tick away to keep the number.',
  },
  more: 'More settings',
  speed: {
    label: 'speed',
    help: 'How fast the run goes: as fast as it can, held back so that one can follow, or in slow motion: one backward pass at a time, layer by layer.',
    options: { full: 'full speed', ten: '10 steps a second', one: '1 step a second', slow: 'slow motion' },
  },
  sentence: {
    lead: (article: string, depth: number, task: string, parts: readonly TrainedPart[]) =>
      `${article === 'an' ? 'An' : 'A'} {f} network {depth} ${plural(depth, 'layer', 'layers')} deep and {width} wide, with ${joined(
        ['gain {gain}', ...parts.map((part) => trainedParts[part])],
      )}, ${task} {data} at learning rate {rate}.`,
    task: { classify: 'learns to name', encode: 'learns to give back' },
    classified: (step: number, loss: number, accuracy: number | null) =>
      `After ${countText(step)} ${plural(step, 'step', 'steps')} its loss is ${numberText(loss, 3)}${
        accuracy === null ? '' : `, and it names ${percentText(accuracy)} of what it has not seen`
      }.`,
    encoded: (step: number, loss: number, share: number | null) =>
      `After ${countText(step)} ${plural(step, 'step', 'steps')} its error is ${numberText(loss, 3)}${
        share === null ? '' : `, ${percentText(share)} of the best constant picture’s on what it has not seen`
      }.`,
    waiting: 'It has not begun.',
    broken: 'It broke off at its first step.',
    preparing: {
      engine: 'The engine is starting.',
      data: 'The data are being drawn.',
      network: 'The network is being drawn, and the fastest way to train it looked for.',
    },
  },
  panels: {
    backward: 'ln |δ|², the gradient',
    weights: 'ln |∂E/∂W|², weight gradients',
    forward: 'ln |h|², activations',
    now: 'now',
    atStart: 'at start',
    theory: (kind: string, hasSpread: boolean) => `${kind}${hasSpread ? ' ± 2 sd' : ''}`,
    layers: 'layers back from the output',
  },
  heat: {
    title: {
      backward: 'The gradient through the layers, step by step',
      weights: 'Weight gradients through the layers, step by step',
      forward: 'Activations through the layers, step by step',
    },
    shortTitle: { backward: 'The gradient', weights: 'Weight gradients', forward: 'Activations' },
    step: 'step ↓',
    scale: ['vanished', 'kept', 'exploded'],
  },
  loss: {
    classify: 'Loss, cross-entropy',
    encode: 'Error, mean squared',
    training: 'training',
    heldOut: 'held out',
    chance: 'guessing',
    constant: 'best constant picture',
    steps: 'steps',
  },
  accuracy: 'Share right',
  examples: {
    classify: 'Unseen, and what the network says',
    encode: 'Unseen, and given back',
    surface: 'What it says over the plane',
    said: (said: number) => (said < 0 ? '–' : String(said)),
    is: (label: string) => ` (${label})`,
    key: 'in colour: wrong, with what it is',
  },
  speech: {
    title: {
      classify: 'An unseen speaker, and what the network says',
      encode: 'An unseen speaker, and what the network cannot give back',
    },
    names:
      'Vowels as in iy heed, ih hid, eh head, ae had, aa hod, ao hawed, uh hood, uw who’d, ah hud, er heard; ng as in sing, sh as in she, y as in you; sil is silence. A stop, p t k, is its closure and its burst. The sound is synthetic, the syllables mean nothing.',
    key: 'in colour: wrong',
    play: 'Play',
    stop: 'Stop',
    said: 'said',
    network: 'network',
    error: 'error',
    spoken: (phones: string) => `Said: ${phones}.`,
    named: (share: number, frames: number) =>
      `The network names ${percentText(share)} of these ${countText(frames)} frames right.`,
  },
  progress: {
    steps: (done: number, of: number) => `${countText(done)} of ${countText(of)} steps`,
    rate: (steps: number, samples: number) =>
      `${numberText(steps, 3)} steps/s · ${countText(samples)} samples/s`,
    way: (implementation: string, backend: string, device: string) =>
      `${implementation === 'composed' ? 'TensorFlow.js' : implementation === 'fused' ? 'WGSL kernels' : 'own kernels'} · ${backend} · ${device}`,
    size: (parameters: number, bytes: number) =>
      `${countText(parameters)} weights · ${numberText(bytes / 2 ** 20, 2)} MB`,
    because: (keys: readonly ParameterKey[]) => `begun again: ${labels(keys)} changed`,
    found: 'begun again: g* was found',
    sought: (gain: string) => `begun with gain ${gain}, before g* was found`,
    halved: (times: number, step: number) =>
      `the loss rose: learning rate lowered${times === 1 ? '' : `, ${times} times in all`}, on from step ${countText(step)}`,
    retuned: (key: ParameterKey, step: number) =>
      `${parameterText(key).label} changed at step ${countText(step)}: the link alone does not repeat this run`,
  },
  ways: {
    name: (implementation: string, backend: string) =>
      implementation === 'composed'
        ? `TensorFlow.js on ${backend}`
        : implementation === 'fused'
          ? 'WGSL kernels'
          : `own kernels in ${backend}`,
    compared: (difference: string, allowed: string) =>
      `gradients of the kernels against TensorFlow.js: largest relative difference ${difference} (allowed ${allowed})`,
    raced: (times: string) => `one step each: ${times}`,
    software: 'the graphics adapter is software: the processor is faster by itself',
    notStarted: (way: string) => `${way} did not start`,
    unusable: (way: string, detail: string) =>
      `${way} could not be used${detail === '' ? '' : ` (${detail})`}: the next way is taken instead`,
  },
  interrupted: {
    device: (step: number) =>
      `The graphics device went away. The run goes on from step ${countText(step)}; nothing else is lost.`,
    way: (way: string, step: number) =>
      `${way} failed. The run goes on from step ${countText(step)} by the next way.`,
    worker: (step: number) =>
      `What trains had stopped and was started anew. The run goes on from step ${countText(step)}.`,
  },
  left: {
    what: (step: number) => `A training of this network was left at step ${countText(step)}.`,
    goOn: 'Go on',
    anew: 'Begin anew',
  },
  diverged: (where: string, layer: number, depth: number, step: number) =>
    `The run left float32 at step ${countText(step)}: ${
      where === 'loss'
        ? 'the loss is no longer a number'
        : `the ${where} in ${layerText(layer, depth)} is too large`
    }. The weights are kept as they were before that step.`,
  stuck: {
    what: (steps: number) =>
      `After ${countText(steps)} steps the network answers no better than one constant answer would.`,
    gradient: (factor: string) =>
      `On its way from the output to the first layer its gradient’s norm is multiplied by ${factor}.`,
    gone: 'No gradient is left in float32 where the first layer is reached.',
  },
  outsized: (factor: string) =>
    `The first loss was ${factor} times what one constant answer costs: the outputs begin far too large, so that only a tiny learning rate is borne. The network is to blame, not the rate.`,
  remedies: {
    gain: (gain: number) => `Begin again with gain g* = ${numberText(gain, 5)}`,
    rate: 'Begin again with a learning rate found for this network',
    branches: (alpha: number) =>
      `Begin again with residual branches of weight 1/√D = ${numberText(alpha, 2)} and RMS norm`,
  },
  mnist: {
    title: 'Real MNIST digits',
    drop: 'Drop the four files here or anywhere on the page, packed or not.',
    choose: 'Choose the four files',
    fetch: 'Fetch them from a public mirror (11 MB)',
    working: { files: 'Reading the files…', served: 'Reading…', mirror: 'Fetching…' },
    done: (train: number, heldOut: number, kept: boolean) =>
      `MNIST is here: ${countText(train)} digits to learn, ${countText(heldOut)} held out${
        kept ? '; kept in this browser' : '; this browser does not keep it'
      }.`,
    goesOn: 'The run goes on with what it had.',
    instead: 'Drawn digits are used instead.',
  },
  network: {
    label: 'network',
    help: 'The trained network with its experiment as one file, in the format safetensors: it can be opened here to go on from, or in Python. A network of more than 64 MB is not copied to the page, and cannot be saved.',
    file: 'network',
    save: 'Save',
    open: 'Open',
    refused: {
      tooLarge: (file: string) =>
        `${file} was not opened: it is larger than any network that is trained here.`,
      unreadable: (file: string) => `${file} cannot be read: choose it again.`,
      notSafetensors: (file: string) => `${file} is not a safetensors file: it does not begin as one.`,
      cutOff: (file: string) => `${file} is cut off: its head names more numbers than it holds.`,
      damaged: (file: string) => `${file} is damaged: its head and its numbers do not fit each other.`,
      otherNumbers: (file: string) =>
        `${file} holds other numbers than float32: networks of this page are saved as float32.`,
      foreign: (file: string) =>
        `${file} was saved by another program: what it was trained by is not in it. Files that this page saved can be gone on with.`,
      unfit: (file: string) =>
        `${file} lacks parts of the network that its experiment describes, or holds numbers that are not finite.`,
    },
  },
  slow: {
    passed: (layer: number, depth: number, outcome: string) => `${layer} of ${depth} layers back: ${outcome}`,
    gradient: (factor: string) => `the gradient’s norm × ${factor}`,
    gone: 'no gradient is left in float32',
    outgrown: 'the gradient is too large for float32',
  },
} as const;
