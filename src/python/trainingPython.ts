import type { DataName, TrainSettings } from '#engine/train/protocol.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { modelPython } from './modelPython.ts';
import { guardPython } from './parallelPython.ts';
import { pointsPython, trainData } from './pointData.ts';
import { joinParts, scriptHeader } from './pythonText.ts';

const spirals = `def load_data():
    """Three spirals in the plane: (train, held out), each (inputs, labels)."""
    def points(count, name):
        rng = generator("spirals", name)
        uniform = lambda *shape: torch.rand(*shape, generator=rng, dtype=DTYPE, device=DEVICE)
        arm = torch.arange(count, device=DEVICE) % 3
        radius = 0.08 + 0.92 * uniform(count).sqrt()
        angle = 2 * math.pi * (0.85 * radius + arm / 3)
        noise = 0.1 * (uniform(count, 2, 3).sum(-1) - 1.5)
        circle = torch.stack([angle.cos(), angle.sin()], 1)
        return radius[:, None] * circle + noise, arm
    return points(1500, "train"), points(600, "held out")`;

const mnist = `def read_idx(folder, name):
    """One of MNIST's files, packed or not, under either of its usual names."""
    for candidate in (name, name.replace("-idx", ".idx")):
        for suffix, opened in (("", open), (".gz", gzip.open)):
            path = pathlib.Path(folder, candidate + suffix)
            if path.exists():
                with opened(path, "rb") as file:
                    content = file.read()
                dimensions = struct.unpack_from(f">{content[3]}I", content, 4)
                numbers = torch.frombuffer(bytearray(content[4 + 4 * content[3]:]), dtype=torch.uint8)
                return numbers.reshape(dimensions)
    sys.exit(f"{name} is not in {folder!r}. Give the folder that holds MNIST's four IDX files: --mnist FOLDER."
             "\\nWith torchvision, torchvision.datasets.MNIST('data', download=True) puts them in data/MNIST/raw.")


def load_data():
    """MNIST: (train, held out), each (inputs, labels)."""
    def split(name):
        images = read_idx(ARGUMENTS.mnist, f"{name}-images-idx3-ubyte")
        labels = read_idx(ARGUMENTS.mnist, f"{name}-labels-idx1-ubyte")
        return images.flatten(1).to(DEVICE, DTYPE), labels.to(DEVICE, torch.long)
    return split("train"), split("t10k")`;

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

const network = `class Network(torch.nn.Module):
    """Input layer, depth hidden layers of equal width, output layer; every layer has biases."""

    def __init__(self, point, inputs, outputs):
        super().__init__()
        width, self.f = point.width, FUNCTIONS[point.nonlinearity][0]
        sizes = [inputs] + [width] * (point.depth + 1) + [outputs]
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

    def forward(self, h):
        for layer in self.layers[:-1]:
            h = self.f(layer(h))
        return self.layers[-1](h)


def loss_of(point, outputs, inputs, labels):
    if point.task == "encode":
        return torch.nn.functional.mse_loss(outputs, inputs)
    return torch.nn.functional.cross_entropy(outputs, labels)


def error_of(point, outputs, labels, loss, constant):
    """Share of wrong answers, or the squared error over that of the best constant answer."""
    if point.task == "encode":
        return loss / constant
    return 1 - (outputs.argmax(1) == labels).double().mean().item()


def optimizer_of(point, parameters):
    if point.optimizer == "adam":
        return torch.optim.Adam(parameters, lr=point.rate, betas=(point.momentum or 0.9, 0.999))
    momentum = point.momentum if point.optimizer == "momentum" else 0
    return torch.optim.SGD(parameters, lr=point.rate, momentum=momentum)


def train(point, report=None):
    """Trains a fresh network: loss and error of every mini-batch before its update, and of held-out samples at the end."""
    (inputs, labels), held_out = standardised(*load_data())
    constant = ((held_out[0] - inputs.mean(0)) ** 2).mean().item()
    outputs = inputs.shape[1] if point.task == "encode" else int(labels.max()) + 1
    model = Network(point, inputs.shape[1], outputs)
    optimizer = optimizer_of(point, model.parameters())
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: point.decay ** (step / 1000))

    def look(x, y):
        answers = model(x)
        loss = loss_of(point, answers, x, y)
        return loss, error_of(point, answers, y, loss.item(), constant)

    @torch.no_grad()
    def look_held_out():
        loss, error = look(*held_out)
        return loss.item(), error

    steps = ARGUMENTS.steps or point.steps
    losses, errors = [], []
    for step, chosen in zip(range(1, steps + 1), batches(point, len(labels))):
        chosen = chosen.to(DEVICE)
        loss, error = look(inputs[chosen], labels[chosen])
        losses.append(loss.item())
        errors.append(error)
        if not math.isfinite(losses[-1]):
            break
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        if report and step % max(1, steps // 10) == 0:
            report(step, losses, errors, look_held_out())
    return losses, errors, look_held_out()


def last_tenth(values):
    part = values[-max(1, round(len(values) / 10)):]
    return sum(part) / len(part)`;

const argumentsOf = (isSpirals: boolean) => `PARSER = argparse.ArgumentParser()
PARSER.add_argument("--steps", type=int, help="other than the page's")${isSpirals ? '' : '\nPARSER.add_argument("--mnist", default="data/MNIST/raw", help="folder of MNIST\'s four IDX files")'}
ARGUMENTS = PARSER.parse_args()`;

function imports(isSpirals: boolean): string {
  const names = isSpirals
    ? ['argparse', 'math', 'random']
    : ['argparse', 'gzip', 'math', 'pathlib', 'random', 'struct', 'sys'];
  return `${names.map((name) => `import ${name}`).join('\n')}
from types import SimpleNamespace

import torch

DTYPE = torch.float32
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"`;
}

/** Said in the header where the page's data set has no twin in Python. */
const dataRemark = (data: DataName) =>
  data === 'digits'
    ? '\nThe digits that the page draws itself exist only there: this script trains on MNIST, --mnist FOLDER.'
    : '';

/** What a script of trainings is made of; all its points have one data set. */
interface TrainingScript {
  readonly what: string;
  readonly experiment: Experiment;
  readonly address: string;
  readonly points: readonly TrainSettings[];
  /** What it prints of them. */
  readonly main: readonly string[];
}

/** Trainings of some points as a script. */
export function trainingPython({ what, experiment, address, points, main }: TrainingScript): string {
  const { data: dataName } = experiment;
  const isSpirals = dataName === 'spirals';
  return joinParts([
    `${scriptHeader(`${what}${dataRemark(dataName)}`, experiment, address)}
${imports(isSpirals)}

${argumentsOf(isSpirals)}

${pointsPython(points.map(trainData))}`,
    ...modelPython(points),
    isSpirals ? spirals : mnist,
    data,
    network,
    ...main,
    guardPython,
  ]);
}
