"""The bench's walk in NumPy or PyTorch: `python3 walkPeers.py numpy 128 50 20 3 cpu 1` prints the median speed of 3 rounds of 20 walks, one at a time, as JSON."""

import importlib
import json
import math
import sys
import time

name, width, depth, walks, rounds, device, batch = sys.argv[1], *map(int, sys.argv[2:6]), sys.argv[6], int(sys.argv[7])
library = importlib.import_module(name)
gain = math.sqrt(2)


def numpy_tools():
    draw = library.random.default_rng(1)
    return (
        lambda *shape: draw.standard_normal(shape, dtype=library.float32),
        lambda x: library.maximum(x, 0),
        lambda x: (x * x).sum(-2, keepdims=True),
        library.log,
        lambda x: x[library.isfinite(x)].astype(float),
    )


def torch_tools():
    library.manual_seed(1)
    library.set_grad_enabled(False)
    return (
        lambda *shape: library.randn(*shape, device=device),
        library.relu,
        lambda x: (x * x).sum(-2, keepdim=True),
        library.log,
        lambda x: x[library.isfinite(x)].double().cpu().numpy(),
    )


normal, relu, squared, log, living = {"numpy": numpy_tools, "torch": torch_tools}[name]()


def walk():
    """ln |delta|^2 from the output to the input of `batch` fresh ReLU networks at He's gain, those that live."""
    a = normal(batch, width, 1)
    weights, masks = [], []
    for _ in range(depth):
        masks.append(a > 0)
        weights.append(normal(batch, width, width) * (gain / math.sqrt(width)))
        a = weights[-1] @ relu(a)
        a = a / (squared(a) / width) ** 0.5
    delta, log_norm = normal(batch, width, 1), 0.0
    for w, mask in zip(reversed(weights), reversed(masks)):
        before = squared(delta)
        delta = (w.swapaxes(-1, -2) @ delta) * mask
        after = squared(delta)
        log_norm = log_norm + log(after / before)
        delta = delta / (after / width) ** 0.5
    return living(log_norm)


speeds = []
walk()
for _ in range(rounds):
    start = time.perf_counter()
    ends = [walk() for _ in range(walks // batch)]
    seconds = time.perf_counter() - start
    speeds.append((walks // batch * batch / seconds, sum(end.sum() for end in ends) / sum(end.size for end in ends)))
speeds.sort()
speed, mean = speeds[rounds // 2]
spread = [speeds[0][0] / speed, speeds[-1][0] / speed]
print(json.dumps({"walksPerSecond": speed, "spread": spread, "weightsPerSecond": 2 * speed * depth * width**2, "meanLnZ": mean, "version": library.__version__}))
