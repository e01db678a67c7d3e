import { borderShares, outsized } from '#engine/train/rate/borderShares.ts';
import { eased, mostInSpikes, patience, runaway } from '#engine/train/rate/courseLimits.ts';
import { firstKept, mostApart, mostKept } from '#engine/train/rate/keptLimits.ts';
import { largestRate, leastFound, smallestRate, testsAtOnce } from '#engine/train/rate/rateRange.ts';

/** A learning rate of `auto` as the page finds it and keeps it safe: src/engine/train/rate, in Python. */
export const autoRatePython = `def rounded(rate):
    return float(f"{rate:.3g}")


# Shares of the border: at the start, there with outsized first outputs, and on the way.
SHARES = {
    ${Object.entries(borderShares)
      .map(([name, shares]) => `"${name}": (${shares.atStart}, ${shares.outsized}, ${shares.onTheWay}),`)
      .join('\n    ')}
}


def within(rate):
    return min(${largestRate}, max(${leastFound}, rate))


def borne_by(point, guessing, start, loss_of_batch, updates):
    """A share of the rate at which the loss of a few samples rises, when the rate doubles from step to step."""
    def border_from(rate):
        model, optimizer = start()
        least, before, steps, outsized = math.inf, math.nan, 0, False
        while True:
            loss, steps = loss_of_batch(model), steps + 1
            optimizer.zero_grad()
            loss.backward()
            optimizer.param_groups[0]["lr"] = rate
            optimizer.step()
            seen, bound = loss.item(), 1.02 * least + 1e-3
            if not seen <= bound:
                share = (bound - before) / (seen - before) if math.isfinite(seen) else 0
                return rate / 4 * 2 ** min(1, max(0, share)), steps, outsized
            if rate >= ${largestRate}:
                return rate, steps, outsized
            # What outsized outputs fall to says nothing of what a run has to bear: it is their first loss that counts.
            outsized = seen > ${outsized} * guessing and not updates if steps == 1 else outsized
            least = min(least, seen) if steps == 1 or not outsized else least
            before, rate = seen, 2 * rate

    model, _ = start()
    loss = loss_of_batch(model)
    loss.backward()
    slope = sum(weight.grad.square().sum().item() for weight in {layer.weight for layer in model.layers[1:-1]})
    first = 1e-4 if point.optimizer == "adam" else within(loss.item() / 32 / slope) if slope > 0 else ${leastFound}
    while True:
        border, steps, outsized = border_from(first)
        if steps > 2 or first <= ${leastFound}:
            # Velocity grows with the updates; the test has seen this share of what it comes to.
            reach = 1 - point.momentum ** (updates + steps) if point.optimizer == "momentum" else 1
            return border * reach * SHARES[point.optimizer][2 if updates else outsized]
        first = within(first / 64)


def find_rate(point, guessing, start, losses, updates=0):
    """What the network bears, by the median of ${testsAtOnce} tests."""
    borne = sorted(borne_by(point, guessing, start, loss_of_batch, updates) for loss_of_batch in losses)
    return within(math.sqrt(borne[(len(borne) - 1) // 2] * borne[len(borne) // 2]))


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

    def adjusted(self, step, rate, borne):
        """The rate from a state on that was just kept; borne() tests what the network bears."""
        if step <= self.tested_at:
            return rate
        self.tested_at = step
        if self.is_restless():
            return rounded(${eased} * rate)
        if step < 2 * self.halved_at:
            return rate
        return rounded(min(${largestRate}, 2 * rate, math.sqrt(rate * max(rate, borne()))))

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
