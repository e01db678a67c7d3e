"""Trains a very deep feed-forward network by mini-batches.

The experiment: https://gradient-walk.test/#view=train&f=tanh&depth=10&gain=1.3&data=spirals&rate=0.001&optimizer=adam
Needs PyTorch. Random numbers are PyTorch's own: equal in law to the page's, not digit by digit.
"""
import argparse
import math
import random
from types import SimpleNamespace

import torch

DTYPE = torch.float32
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"

PARSER = argparse.ArgumentParser()
PARSER.add_argument("--steps", type=int, help="other than the page's")
ARGUMENTS = PARSER.parse_args()

# What all points have, by the names of the page's engine; the gains are numbers.
SHARED = {
    "rate": 0.001,
    "momentum": 0,
    "steps": 1000,
    "nonlinearity": "tanh",
    "depth": 10,
    "width": 100,
    "gain": 1.3,
    "weights": "gaussian",
    "inputScale": 1,
    "biasDeviation": 0,
    "seed": 1,
    "data": "spirals",
    "own": "",
    "task": "classify",
    "batch": 64,
    "optimizer": "adam",
    "decay": 1,
    "outputGain": 1
}

# What each has of its own: the points of the page, its walks and its seeds.
POINTS = [
    {}
]


def tanh(x):
    return x.tanh()


def tanh_slope(x):
    return x.cosh() ** -2


# f and f' by name; at a kink the value from the left.
FUNCTIONS = {"tanh": (tanh, tanh_slope)}


def generator(*name):
    """Random numbers of one purpose: the same whenever they are drawn again."""
    seed = random.Random(" ".join(map(str, name))).getrandbits(63)
    return torch.Generator(DEVICE).manual_seed(seed)


def draw(rng, *shape):
    return torch.randn(*shape, generator=rng, dtype=DTYPE, device=DEVICE)


def gaussian(rng, networks, rows, columns):
    """Matrices [networks, rows, columns] whose entries have mean 0 and variance 1."""
    return draw(rng, networks, rows, columns)


LAWS = {"gaussian": gaussian}


def load_data():
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
    return points(1500, "train"), points(600, "held out")


def standardised(train, held_out):
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
        order = order[point.batch:]


class Network(torch.nn.Module):
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
    order = [chosen.to(DEVICE) for _, chosen in zip(range(steps), batches(point, len(labels)))]
    if look_at_start:
        look_at_start(model, lambda: look(inputs[order[0]], labels[order[0]])[0])
    rate = point.rate
    losses, errors, step = [], [], 0
    while step < steps:
        loss, error = look(inputs[order[step]], labels[order[step]])
        losses.append(loss.item())
        errors.append(error)
        if not math.isfinite(losses[-1]):
            break
        optimizer.zero_grad()
        loss.backward()
        optimizer.param_groups[0]["lr"] = rate * point.decay ** (step / 1000)
        optimizer.step()
        step += 1
        if report and step % max(1, steps // 10) == 0:
            report(step, losses, errors, look_held_out())
    return losses, errors, look_held_out()


def last_tenth(values):
    part = values[-max(1, round(len(values) / 10)):]
    return sum(part) / len(part)


# Layers back from the last hidden one, and what the page's theory (order-1/N) says there of
# ln Z, the log of the gradient's squared norm: mean and standard deviation over networks.
START = [
    (1, 0.04942306552, 0.1692936092),
    (3, 0.1340275223, 0.3126526724),
    (5, 0.1960340667, 0.4176234096),
    (8, 0.1596450061, 0.543798218),
    (10, -0.2186343647, 0.6203893125),
]


def look_at_start(model, loss_of_batch):
    """Prints ln Z of a fresh network, its mean over the samples of a batch, beside theory."""
    kept = []
    hooks = [layer.register_forward_hook(lambda _, read, made: made.retain_grad() or kept.append(made))
             for layer in model.layers[:-1]]
    loss_of_batch().backward()
    model.zero_grad()
    for hook in hooks:
        hook.remove()
    logs = [made.grad.square().sum(1).log().mean().item() for made in reversed(kept)]
    print(f"{'layers back':>11} {'ln Z at start':>14} {'theory':>11} {'+-':>11}")
    for layer, *theory in START:
        shown = ["-" if value is None else format(value, ".5g") for value in theory]
        print(f"{layer:11d} {logs[layer] - logs[0]:14.5g}", *(f"{value:>11}" for value in shown))
    print()
    print(f"{'step':>6} {'loss':>12} {'error':>12} {'held-out loss':>14} {'held-out error':>15}", flush=True)


def report(step, losses, errors, held_out):
    print(f"{step:6d} {last_tenth(losses):12.4f} {last_tenth(errors):12.4f} {held_out[0]:14.4f} {held_out[1]:15.4f}",
          flush=True)


def main():
    losses, errors, held_out = train(SimpleNamespace(**SHARED, **POINTS[0]), report, look_at_start)
    print(f"loss {losses[0]:.4f} -> {last_tenth(losses):.4f} (mean of the last tenth), held-out error {held_out[1]:.4f}")


if __name__ == "__main__":
    main()
