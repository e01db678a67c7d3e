"""The bench's walk in NumPy or PyTorch on the processor: `python3 walkPeers.py numpy 128 50 20 3` prints the median speed of 3 rounds of 20 walks as JSON."""

import importlib
import json
import math
import sys
import time

name, width, depth, walks, rounds = sys.argv[1], *map(int, sys.argv[2:6])
library = importlib.import_module(name)
gain = math.sqrt(2)


def numpy_tools():
    draw = library.random.default_rng(1)
    return (
        lambda *shape: draw.standard_normal(shape, dtype=library.float32),
        lambda x: library.maximum(x, 0),
        lambda x: float(x @ x),
    )


def torch_tools():
    library.manual_seed(1)
    return (
        lambda *shape: library.randn(*shape),
        lambda x: library.relu(x),
        lambda x: float(x @ x),
    )


normal, relu, squared = {"numpy": numpy_tools, "torch": torch_tools}[name]()


def walk():
    """ln |delta|^2 from the output to the input of one fresh ReLU network at He's gain."""
    a = normal(width)
    weights, masks = [], []
    for _ in range(depth):
        masks.append(a > 0)
        weights.append(normal(width, width) * (gain / math.sqrt(width)))
        a = weights[-1] @ relu(a)
        a = a / math.sqrt(squared(a) / width)
    delta, log = normal(width), 0.0
    for w, mask in zip(reversed(weights), reversed(masks)):
        before = squared(delta)
        delta = (w.T @ delta) * mask
        after = squared(delta)
        log += math.log(after / before)
        delta = delta / math.sqrt(after / width)
    return log


speeds = []
walk()
for _ in range(rounds):
    start = time.perf_counter()
    total = sum(walk() for _ in range(walks))
    speeds.append((walks / (time.perf_counter() - start), total / walks))
speed, mean = sorted(speeds)[rounds // 2]
print(json.dumps({"walksPerSecond": speed, "weightsPerSecond": 2 * speed * depth * width**2, "meanLnZ": mean, "version": library.__version__}))
