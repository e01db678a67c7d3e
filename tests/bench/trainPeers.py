"""The bench's training step in PyTorch: `python3 trainPeers.py 50 64 32 3 cpu eager` prints the median speed of 3 rounds as JSON; `graph` replays a captured CUDA graph."""

import json
import math
import sys
import time

import torch

depth, width, samples, rounds = map(int, sys.argv[1:5])
device, way = sys.argv[5:7]
torch.manual_seed(1)
sizes = [784] + [width] * depth
layers = [torch.nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]
for layer in layers:
    torch.nn.init.normal_(layer.weight, std=1.1 / math.sqrt(layer.in_features))
    torch.nn.init.zeros_(layer.bias)
modules = [part for layer in layers for part in (layer, torch.nn.Tanh())]
network = torch.nn.Sequential(*modules, torch.nn.Linear(width, 10)).to(device)
optimizer = torch.optim.SGD(network.parameters(), lr=1e-9)
loss_of = torch.nn.CrossEntropyLoss()
inputs = 3.4 * (torch.rand(samples, 784, device=device) - 0.5)
labels = torch.arange(samples, device=device) % 10


def step():
    optimizer.zero_grad(set_to_none=False)
    loss = loss_of(network(inputs), labels)
    loss.backward()
    optimizer.step()
    return loss


if way == "graph":
    side = torch.cuda.Stream()
    with torch.cuda.stream(side):
        for _ in range(3):
            step()
    torch.cuda.current_stream().wait_stream(side)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        captured = step()

    def run():
        graph.replay()
        return captured
else:
    run = step

speeds = []
loss = float(run())
for _ in range(rounds):
    steps, start = 0, time.perf_counter()
    while time.perf_counter() - start < 2:
        loss = float(run())
        steps += 1
    speeds.append(steps / (time.perf_counter() - start))
speeds.sort()
middle = speeds[rounds // 2]
spread = [speeds[0] / middle, speeds[-1] / middle]
print(json.dumps({"stepsPerSecond": middle, "spread": spread, "lastLoss": loss, "version": torch.__version__}))
