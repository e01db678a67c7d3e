"""Training error over gain and depth.

The experiment: https://gradient-walk.test/#view=scale&f=relu&depth=50&width=64&data=mnist&steps=200&sweep=error
Needs PyTorch. Random numbers are PyTorch's own: equal in law to the page's, not digit by digit.
"""
import argparse
import gzip
import math
import pathlib
import random
import struct
import sys

import torch

DTYPE = torch.float32
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"

WIDTH = 64
INPUT = 1  # standard deviation of the first pre-activations
BIAS = 0  # standard deviation of the hidden biases at the start
OUTPUT_GAIN = 1
TASK = "classify"
BATCH = 64
OPTIMIZER = "sgd"
RATE = 0.01
MOMENTUM = 0
DECAY = 1  # factor of the learning rate in 1000 steps

PARSER = argparse.ArgumentParser()
PARSER.add_argument("--steps", type=int, default=200)
PARSER.add_argument("--mnist", default="data/MNIST/raw", help="folder of MNIST's four IDX files")
ARGUMENTS = PARSER.parse_args()
SEED = 1

# Depth and gain; the gains are multiples of the unbiased one of that depth.
POINTS = [
    (3, 1.010002641),
    (3, 1.226431778),
    (3, 1.37071787),
    (3, 1.442860916),
    (3, 1.515003962),
    (3, 1.659290053),
    (3, 2.020005282),
    (8, 1.010002641),
    (8, 1.226431778),
    (8, 1.37071787),
    (8, 1.442860916),
    (8, 1.515003962),
    (8, 1.659290053),
    (8, 2.020005282),
    (20, 1.010002641),
    (20, 1.226431778),
    (20, 1.37071787),
    (20, 1.442860916),
    (20, 1.515003962),
    (20, 1.659290053),
    (20, 2.020005282),
    (50, 1.010002641),
    (50, 1.226431778),
    (50, 1.37071787),
    (50, 1.442860916),
    (50, 1.515003962),
    (50, 1.659290053),
    (50, 2.020005282),
]


def f(x):
    """The nonlinearity: relu."""
    return x.clamp(min=0)


def generator(*name):
    """Random numbers of one purpose: the same whenever they are drawn again."""
    seed = random.Random(" ".join(map(str, name))).getrandbits(63)
    return torch.Generator(DEVICE).manual_seed(seed)


def draw(rng, *shape):
    return torch.randn(*shape, generator=rng, dtype=DTYPE, device=DEVICE)


def entries(rng, networks, rows, columns):
    """Matrices [networks, rows, columns] whose entries have mean 0 and variance 1: gaussian."""
    return draw(rng, networks, rows, columns)


def read_idx(folder, name):
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
             "\nWith torchvision, torchvision.datasets.MNIST('data', download=True) puts them in data/MNIST/raw.")


def load_data():
    """MNIST: (train, held out), each (inputs, labels)."""
    def split(name):
        images = read_idx(ARGUMENTS.mnist, f"{name}-images-idx3-ubyte")
        labels = read_idx(ARGUMENTS.mnist, f"{name}-labels-idx1-ubyte")
        return images.flatten(1).to(DEVICE, DTYPE), labels.to(DEVICE, torch.long)
    return split("train"), split("t10k")


def standardised(train, held_out):
    """Inputs with the training inputs' overall mean 0 and deviation 1."""
    mean, deviation = train[0].mean(), train[0].std(unbiased=False)
    return tuple(((inputs - mean) / deviation, labels) for inputs, labels in (train, held_out))


def batches(count, seed):
    """Indices of mini-batches: every epoch is a new permutation."""
    rng, order = torch.Generator().manual_seed(seed), torch.empty(0, dtype=torch.long)
    while True:
        while len(order) < BATCH:
            order = torch.cat([order, torch.randperm(count, generator=rng)])
        yield order[:BATCH]
        order = order[BATCH:]


class Network(torch.nn.Module):
    """Input layer, depth hidden layers of equal width, output layer; every layer has biases."""

    def __init__(self, inputs, outputs, depth, gain, seed):
        super().__init__()
        sizes = [inputs] + [WIDTH] * (depth + 1) + [outputs]
        self.layers = torch.nn.ModuleList(
            torch.nn.Linear(n, m, dtype=DTYPE, device=DEVICE) for n, m in zip(sizes, sizes[1:]))
        first, *hidden, last = self.layers
        with torch.no_grad():
            for layer in self.layers:
                layer.bias.zero_()
            first.weight.copy_(INPUT / inputs**0.5 * draw(generator(seed, "first"), WIDTH, inputs))
            last.weight.copy_(OUTPUT_GAIN / WIDTH**0.5 * draw(generator(seed, "last"), outputs, WIDTH))
            for d, layer in enumerate(hidden, 1):
                drawn = entries(generator(seed, "weights", d), 1, WIDTH, WIDTH)[0]
                layer.weight.copy_(gain / WIDTH**0.5 * drawn)
                if BIAS > 0:
                    layer.bias.copy_(BIAS * draw(generator(seed, "bias", d), WIDTH))

    def forward(self, h):
        for layer in self.layers[:-1]:
            h = f(layer(h))
        return self.layers[-1](h)


def loss_of(outputs, inputs, labels):
    if TASK == "encode":
        return torch.nn.functional.mse_loss(outputs, inputs)
    return torch.nn.functional.cross_entropy(outputs, labels)


def optimizer_of(parameters):
    if OPTIMIZER == "adam":
        return torch.optim.Adam(parameters, lr=RATE, betas=(MOMENTUM or 0.9, 0.999))
    return torch.optim.SGD(parameters, lr=RATE, momentum=MOMENTUM if OPTIMIZER == "momentum" else 0)


@torch.no_grad()
def held_out_of(model, inputs, labels):
    """Loss and share of right answers on samples that are not trained on."""
    outputs = model(inputs)
    right = (outputs.argmax(1) == labels).double().mean().item() if TASK == "classify" else math.nan
    return loss_of(outputs, inputs, labels).item(), right


def train(depth, gain, steps, seed, report=None):
    """Trains a fresh network; the loss of every mini-batch, then loss and accuracy on held-out samples."""
    (inputs, labels), held_out = standardised(*load_data())
    outputs = inputs.shape[1] if TASK == "encode" else int(labels.max()) + 1
    model = Network(inputs.shape[1], outputs, depth, gain, seed)
    optimizer = optimizer_of(model.parameters())
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: DECAY ** (step / 1000))
    losses = []
    for step, chosen in zip(range(1, steps + 1), batches(len(labels), seed)):
        chosen = chosen.to(DEVICE)
        loss = loss_of(model(inputs[chosen]), inputs[chosen], labels[chosen])
        losses.append(loss.item())
        if not math.isfinite(losses[-1]):
            break
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        if report and step % max(1, steps // 10) == 0:
            report(step, losses, held_out_of(model, *held_out))
    return losses, held_out_of(model, *held_out)


def each(measure, points):
    """measure(*point) for every point, in order: over a Ray cluster where Ray is installed, else one by one."""
    try:
        import ray
    except ImportError:
        yield from (measure(*point) for point in points)
        return
    ray.init(ignore_reinit_error=True)
    remote = ray.remote(measure)
    yield from map(ray.get, [remote.remote(*point) for point in points])


def measure(depth, gain, number):
    """Mean training loss over the last tenth of the steps, and the share of right answers on held-out samples."""
    losses, held_out = train(depth, gain, ARGUMENTS.steps, SEED + number)
    tail = losses[-max(1, len(losses) // 10):]
    return sum(tail) / len(tail), held_out[1]


def main():
    print(f"{'depth':>5} {'gain':>10} {'loss':>12} {'held-out accuracy':>18}")
    points = [(depth, gain, i) for i, (depth, gain) in enumerate(POINTS)]
    for (depth, gain), (loss, accuracy) in zip(POINTS, each(measure, points)):
        print(f"{depth:5d} {gain:10.5g} {loss:12.4f} {accuracy:18.4f}", flush=True)


if __name__ == "__main__":
    main()
