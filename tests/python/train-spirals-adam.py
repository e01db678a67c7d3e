"""Trains a very deep feed-forward network by mini-batches.

The experiment: https://gradient-walk.test/#view=train&f=tanh&depth=10&data=spirals&rate=0.001&optimizer=adam
Needs PyTorch. Random numbers are PyTorch's own: equal in law to the page's, not digit by digit.
"""
import argparse
import math
import random

import torch

DTYPE = torch.float32
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"

WIDTH = 100
INPUT = 1  # standard deviation of the first pre-activations
BIAS = 0  # standard deviation of the hidden biases at the start
OUTPUT_GAIN = 1
TASK = "classify"
BATCH = 64
OPTIMIZER = "adam"
RATE = 0.001
MOMENTUM = 0
DECAY = 1  # factor of the learning rate in 1000 steps

PARSER = argparse.ArgumentParser()
PARSER.add_argument("--steps", type=int, default=1000)
ARGUMENTS = PARSER.parse_args()
DEPTH = 10
GAIN = 1.332426067
SEED = 1


def f(x):
    """The nonlinearity: tanh."""
    return x.tanh()


def generator(*name):
    """Random numbers of one purpose: the same whenever they are drawn again."""
    seed = random.Random(" ".join(map(str, name))).getrandbits(63)
    return torch.Generator(DEVICE).manual_seed(seed)


def draw(rng, *shape):
    return torch.randn(*shape, generator=rng, dtype=DTYPE, device=DEVICE)


def entries(rng, networks, rows, columns):
    """Matrices [networks, rows, columns] whose entries have mean 0 and variance 1: gaussian."""
    return draw(rng, networks, rows, columns)


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


def report(step, losses, held_out):
    part = losses[-max(1, len(losses) // 10):]
    print(f"{step:6d} {sum(part) / len(part):12.4f} {held_out[0]:14.4f} {held_out[1]:18.4f}", flush=True)


def main():
    print(f"{'step':>6} {'loss':>12} {'held-out loss':>14} {'held-out accuracy':>18}")
    losses, held_out = train(DEPTH, GAIN, ARGUMENTS.steps, SEED, report)
    tail = losses[-max(1, len(losses) // 10):]
    print(f"loss {losses[0]:.4f} -> {sum(tail) / len(tail):.4f} (mean of the last tenth), "
          f"held-out accuracy {held_out[1]:.4f}")


if __name__ == "__main__":
    main()
