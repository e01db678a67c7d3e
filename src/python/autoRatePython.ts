import { eased, mostInSpikes, patience, runaway } from '#engine/train/rate/courseLimits.ts';
import { firstKept, mostApart, mostKept } from '#engine/train/rate/keptLimits.ts';
import { largestRate, leastFound, smallestRate } from '#engine/train/rate/rateRange.ts';

/** A learning rate of `auto` as the page finds it and keeps it safe: src/engine/train/rate, in Python. */
export const autoRatePython = `def rounded(rate):
    return float(f"{rate:.3g}")


def find_rate(point, start, loss_of_batch, updates=0):
    """A share of the rate at which the loss of a few samples first rises, when the rate doubles from step to step."""
    def within(rate):
        return min(${largestRate}, max(${leastFound}, rate))

    def border_from(rate):
        model, optimizer = start()
        lowest, before, steps = math.inf, math.nan, 0
        while True:
            loss, steps = loss_of_batch(model), steps + 1
            optimizer.zero_grad()
            loss.backward()
            optimizer.param_groups[0]["lr"] = rate
            optimizer.step()
            seen, border = loss.item(), 1.02 * lowest + 1e-3
            if not seen <= border:
                share = (border - before) / (seen - before) if math.isfinite(seen) else 0
                return rate / 4 * 2 ** min(1, max(0, share)), steps
            if rate >= ${largestRate}:
                return rate, steps
            lowest, before, rate = min(lowest, seen), seen, 2 * rate

    model, _ = start()
    loss = loss_of_batch(model)
    loss.backward()
    slope = sum(weight.grad.square().sum().item() for weight in {layer.weight for layer in model.layers[1:-1]})
    first = 1e-4 if point.optimizer == "adam" else within(loss.item() / 32 / slope) if slope > 0 else ${leastFound}
    while True:
        border, steps = border_from(first)
        if steps > 2 or first <= ${leastFound}:
            # Velocity grows with the updates; the test has seen this share of what it comes to.
            share = {"sgd": 0.7, "momentum": 0.7 * (1 - point.momentum ** (updates + steps)), "adam": 0.125}[point.optimizer]
            return rounded(within(border * share))
        first = within(first / 64)


class Safety:
    """States of a run, and whether its losses have left what a bearable learning rate does to them."""

    def __init__(self, point, model, optimizer, guessing, rate):
        self.parts, self.guessing = (model, optimizer), guessing
        self.window = max(10, min(100, math.ceil(640 / point.batch)))
        self.recent, self.best, self.outside, self.spikes, self.kept = [], math.inf, 0, 0, []
        self.tested_at, self.halved_at = 0, 0
        self.keep(0, rate)

    def keep(self, step, rate):
        states = copy.deepcopy([part.state_dict() for part in self.parts])
        kept = SimpleNamespace(step=step, rate=rate, states=states, course=(self.recent, self.best, self.outside, self.spikes), tries=0)
        self.kept = [*self.kept, kept][-${mostKept}:]

    def is_due(self, step):
        """At the step at which a state is to be kept; where the loss is in a spike then, every ${firstKept}th after it."""
        last = self.kept[-1].step
        late = step - (min(2 * last, last + ${mostApart}) if last else ${firstKept})
        return late >= 0 and late % ${firstKept} == 0 and self.outside == 0

    def is_restless(self):
        """Whether too many of the steps between the two newest states lay in spikes."""
        if len(self.kept) < 2:
            return False
        older, newest = self.kept[-2:]
        return newest.course[-1] - older.course[-1] > ${mostInSpikes} * (newest.step - older.step)

    def may_grow(self, step):
        """Not soon after a halving, and not on a plateau."""
        return step >= 2 * self.halved_at and not 0.7 * self.guessing <= self.best <= 2 * self.guessing

    def adjusted(self, step, rate, borne):
        """The rate from a state on that was just kept; borne() tests what the network bears."""
        if step <= self.tested_at:
            return rate
        self.tested_at = step
        if self.is_restless():
            return rounded(${eased} * rate)
        if not self.may_grow(step):
            return rate
        return rounded(min(${largestRate}, 2 * rate, math.sqrt(rate * max(rate, borne() / 0.7))))

    def hears(self, loss, rate):
        recent = (self.recent + [loss])[-self.window:]
        mean, full = sum(recent) / len(recent), len(recent) == self.window
        usual = self.best if math.isfinite(self.best) else recent[0]
        most = max(self.guessing, usual)
        forgotten = full and self.best < 0.9 * self.guessing and mean > 0.97 * self.guessing
        outside = not math.isfinite(mean) or mean > usual + (0.25 if full else 1) * most or forgotten
        self.outside = self.outside + 1 if outside else 0
        self.spikes += outside
        # Steps too large for the curvature move the network to where there is less of it: a spike passes by itself.
        # At a rate that has grown since the newest state there may be none without that growth.
        waits = rate <= self.kept[-1].rate
        spike = waits and full and self.outside <= self.window + ${patience} and mean <= ${runaway} * most
        if outside and not spike:
            if not math.isfinite(loss) or rate > ${smallestRate}:
                return False
            # It rises though hardly anything is changed: no matter of the rate.
            recent, full, self.best, self.outside, self.spikes = [], False, math.inf, 0, 0
        self.recent, self.best = recent, min(self.best, mean) if full else self.best
        return True

    def back(self, step, rate):
        """The step that the run is taken up from, and the rate: what it was there, or half; None where the rate is not to blame."""
        if step == 0 or rate < ${2 * leastFound}:
            return None
        self.halved_at = step + 1
        if self.kept[-1].tries and len(self.kept) > 1:
            # The newest state was tried before: it may itself be what is wrong.
            self.kept.pop()
        last = self.kept[-1]
        last.tries += 1
        for part, state in zip(self.parts, copy.deepcopy(last.states)):
            part.load_state_dict(state)
        self.recent, self.best, self.outside, self.spikes = last.course
        return last.step, last.rate if rate > last.rate else rounded(rate / 2)`;
