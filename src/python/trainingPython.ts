import { dataFacts } from '#engine/data/dataSets.ts';
import { normEpsilon } from '#engine/train/normEpsilon.ts';
import { samplesOfTest, testsAtOnce } from '#engine/train/rate/rateRange.ts';
import type { TrainSettings } from '#engine/train/trainSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { autoRatePython } from './autoRatePython.ts';
import { mnistArgument, mnistInstead, mnistModules, mnistPython } from './mnistPython.ts';
import { modelPython } from './modelPython.ts';
import { guardPython, parallelArguments, parallelModules } from './parallelPython.ts';
import { isPlain, pointsPython, trainData } from './pointData.ts';
import { joinParts, scriptHeader } from './pythonText.ts';

const data = `def standardised(train, held_out):
    """Inputs with the training inputs' overall mean 0 and deviation 1."""
    mean, deviation = train[0].mean(), train[0].std(unbiased=False)
    return tuple(((inputs - mean) / deviation, labels) for inputs, labels in (train, held_out))


def batches(point, count):
    """Indices of mini-batches: every epoch is a new permutation."""
    rng, order = torch.Generator().manual_seed(point.seed), torch.empty(0, dtype=torch.long)
    while True:
        while len(order) < point.batch:
            order = torch.cat([order, torch.randperm(count, generator=rng)])
        yield order[:point.batch]
        order = order[point.batch:]`;

/** A forward pass through layers that follow one another. */
const plainPass = `    def forward(self, h):
        for layer in self.layers[:-1]:
            h = self.f(layer(h))
        return self.layers[-1](h)`;

/** The same for every kind of network. */
const anyPass = `    def normalised(self, h):
        """What a matrix reads of a layer."""
        if self.point.norm == "none":
            return h
        if self.point.norm == "layer":
            h = h - h.mean(-1, keepdim=True)
        return h * (h.square().mean(-1, keepdim=True) + ${normEpsilon}).rsqrt()

    def forward(self, h):
        first, *hidden, last = self.layers
        alpha = self.point.residual
        h = first(h) if alpha > 0 else self.f(first(h))
        for d in range(self.point.depth):
            branch = self.f(hidden[0 if self.point.tied else d](self.normalised(h)))
            h = h + alpha * branch if alpha > 0 else branch
        return last(self.normalised(h))`;

/** What a training at a rate of `auto` has besides. */
const safetyParts = {
  rate: `    def copies():
        copy_of_model = copy.deepcopy(model)
        copy_of_optimizer = optimizer_of(point, copy_of_model.parameters())
        copy_of_optimizer.load_state_dict(copy.deepcopy(optimizer.state_dict()))
        return copy_of_model, copy_of_optimizer

    def losses_from(step):
        """Losses of a few samples each, one after the other from a step's mini-batch on."""
        size = min(${samplesOfTest}, point.batch)
        def loss_on(few):
            return lambda network: loss_of(point, network(inputs[few]), inputs[few], labels[few])
        return [loss_on(few) for few in torch.cat(order[step:step + ${samplesOfTest * testsAtOnce}])[:${testsAtOnce} * size].split(size)]

    shares = torch.bincount(labels) / len(labels)
    guessing = constant if point.task == "encode" else -torch.special.xlogy(shares, shares).sum().item()
    rate = rounded(find_rate(point, guessing, copies, losses_from(0)))
    print(f"learning rate {rate:.3g}, found for this network", flush=True)
    safety = Safety(point, model, optimizer, guessing, rate)`,
  safety: `        if not safety.hears(loss.item(), rate) and (back := safety.back(step, rate)) is not None:
            step, rate = back
            del losses[step:], errors[step:]
            print(f"the loss rose: learning rate {rate:.3g}, on from step {step}", flush=True)
            continue
`,
  keeping: `        if safety.is_due(step):
            safety.keep(step, rate)
            if step < steps:
                rate = safety.adjusted(step, rate, lambda: find_rate(point, guessing, copies, losses_from(step), step))
`,
};
const givenRate = { rate: '    rate = point.rate', safety: '', keeping: '' };

/** Training itself; `auto` finds its learning rate. */
function trainLoop(isAuto: boolean): string {
  const { rate, safety, keeping } = isAuto ? safetyParts : givenRate;
  return `def optimizer_of(point, parameters):
    # Its learning rate is set at every step.
    if point.optimizer == "adam":
        return torch.optim.Adam(parameters, lr=0.0, betas=(point.momentum or 0.9, 0.999))
    return torch.optim.SGD(parameters, lr=0.0, momentum=point.momentum if point.optimizer == "momentum" else 0)


def train(point, report=None, look_at_start=None):
    """Trains a fresh network: loss and error of every mini-batch before its update, and of held-out samples at the end."""
    (inputs, labels), held_out = standardised(*load_data())
    constant = ((held_out[0] - inputs.mean(0)) ** 2).mean().item()
    outputs = inputs.shape[1] if point.task == "encode" else int(labels.max()) + 1
    model = Network(point, inputs.shape[1], outputs)
    optimizer = optimizer_of(point, model.parameters())

    def look(x, y):
        answers = model(x)
        loss = loss_of(point, answers, x, y)
        return loss, error_of(point, answers, y, loss.item(), constant)

    @torch.no_grad()
    def look_held_out():
        loss, error = look(*held_out)
        return loss.item(), error

    steps = ARGUMENTS.steps or point.steps
    order = [chosen.to(DEVICE) for _, chosen in zip(range(${isAuto ? `steps + ${samplesOfTest * testsAtOnce}` : 'steps'}), batches(point, len(labels)))]
    if look_at_start:
        look_at_start(model, lambda: look(inputs[order[0]], labels[order[0]])[0])
${rate}
    losses, errors, step = [], [], 0
    while step < steps:
        loss, error = look(inputs[order[step]], labels[order[step]])
${safety}        losses.append(loss.item())
        errors.append(error)
        if not math.isfinite(losses[-1]):
            break
        optimizer.zero_grad()
        loss.backward()
        optimizer.param_groups[0]["lr"] = rate * point.decay ** (step / 1000)
        optimizer.step()
        step += 1
${keeping}        if report and step % max(1, steps // 10) == 0:
            report(step, losses, errors, look_held_out())
    return losses, errors, look_held_out()`;
}

const network = (isSimple: boolean, isAuto: boolean) => `class Network(torch.nn.Module):
    """Input layer, depth hidden layers of equal width, output layer; every layer has biases.${isSimple ? '' : ' Tied layers are one, used again.'}"""

    def __init__(self, point, inputs, outputs):
        super().__init__()
        width, self.f = point.width, FUNCTIONS[point.nonlinearity][0]
        ${
          isSimple
            ? 'sizes = [inputs] + [width] * (point.depth + 1) + [outputs]'
            : `self.point = point
        sizes = [inputs] + [width] * (2 if point.tied else point.depth + 1) + [outputs]`
        }
        self.layers = torch.nn.ModuleList(
            torch.nn.Linear(n, m, dtype=DTYPE, device=DEVICE) for n, m in zip(sizes, sizes[1:]))
        first, *hidden, last = self.layers
        with torch.no_grad():
            for layer in self.layers:
                layer.bias.zero_()
            first.weight.copy_(point.inputScale / inputs**0.5 * draw(generator(point.seed, "first"), width, inputs))
            last.weight.copy_(point.outputGain / width**0.5 * draw(generator(point.seed, "last"), outputs, width))
            for d, layer in enumerate(hidden, 1):
                drawn = LAWS[point.weights](generator(point.seed, "weights", d), 1, width, width)[0]
                layer.weight.copy_(point.gain / width**0.5 * drawn)
                if point.biasDeviation > 0:
                    layer.bias.copy_(point.biasDeviation * draw(generator(point.seed, "bias", d), width))

${isSimple ? plainPass : anyPass}


def loss_of(point, outputs, inputs, labels):
    if point.task == "encode":
        return torch.nn.functional.mse_loss(outputs, inputs)
    return torch.nn.functional.cross_entropy(outputs, labels)


def error_of(point, outputs, labels, loss, constant):
    """Share of wrong answers, or the squared error over that of the best constant answer."""
    if point.task == "encode":
        return loss / constant
    return 1 - (outputs.argmax(1) == labels).double().mean().item()


${trainLoop(isAuto)}


def last_tenth(values):
    part = values[-max(1, round(len(values) / 10)):]
    return sum(part) / len(part)`;

const argumentsOf = (readsData: string | null, isParallel: boolean) =>
  [
    'PARSER = argparse.ArgumentParser()',
    `PARSER.add_argument("--steps", type=int, help="other than the page's")`,
    ...(readsData ? [readsData] : []),
    ...(isParallel ? [parallelArguments] : []),
    'ARGUMENTS = PARSER.parse_args()',
  ].join('\n');

function imports(special: readonly string[]): string {
  const names = ['argparse', 'math', 'random', ...special].toSorted();
  return `${names.map((name) => `import ${name}`).join('\n')}
from types import SimpleNamespace

import torch

DTYPE = torch.float32
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"`;
}

/** What a script of trainings is made of; all its points have one data set. */
interface TrainingScript {
  readonly what: string;
  readonly experiment: Experiment;
  readonly address: string;
  readonly points: readonly TrainSettings[];
  /** What it prints of them. */
  readonly main: readonly string[];
  /** Whether they may be spread over a cluster. */
  readonly isParallel?: boolean;
}

/** Trainings of some points as a script. */
export function trainingPython({
  what,
  experiment,
  address,
  points,
  main,
  isParallel = false,
}: TrainingScript): string {
  const { python } = dataFacts(experiment.data);
  const readsMnist = python === null;
  const isAuto = points.some(({ rate }) => rate === 'auto');
  const remark = python ? python.remark : experiment.data === 'digits' ? mnistInstead : '';
  return joinParts([
    `${scriptHeader(`${what}${remark}`, experiment, address)}
${imports([...(readsMnist ? mnistModules : []), ...(isParallel ? parallelModules : []), ...(isAuto ? ['copy'] : [])])}

${argumentsOf(python ? python.argument : mnistArgument, isParallel)}

${pointsPython(points.map(trainData))}`,
    ...modelPython(points),
    python?.code ?? mnistPython,
    data,
    ...(isAuto ? [autoRatePython] : []),
    network(points.every(isPlain), isAuto),
    ...main,
    guardPython,
  ]);
}
