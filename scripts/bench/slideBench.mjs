import { thumbOf, withBuiltPage } from './mainTasks.mjs';

const port = 4187;
/** The page as it opens, and its three sliders. */
const hash = '#';
const sliders = ['gain', 'depth', 'width'];
const backends = ['auto', 'webgpu'];
const presses = 20;

/** Watches for the next key: ms from the key itself to the end of the frame that shows theory's new line, and of the one that shows a walk measured at the new value. */
function watchKey() {
  const theory = () => document.querySelectorAll('.walk-figure .means path')[2]?.getAttribute('d') ?? '';
  const walked = () => {
    const results = window.gradientWalk.results();
    return results?.kind === 'walk' && results.walks > 0 ? results.experiment : null;
  };
  const { port1, port2 } = new MessageChannel();
  window.slid = new Promise((resolve) => {
    const from = { line: theory(), experiment: walked() };
    const found = { theoryMs: null, walkMs: null };
    let pressed = 0;
    // A message that a frame's callback sends comes when that frame is drawn.
    const nextFrame = () => requestAnimationFrame(() => port2.postMessage(null));
    port1.onmessage = () => {
      const ms = performance.now() - pressed;
      if (theory() !== from.line) found.theoryMs ??= ms;
      if (walked() !== null && walked() !== from.experiment) found.walkMs ??= ms;
      if (found.theoryMs !== null && found.walkMs !== null) resolve(found);
      else nextFrame();
    };
    const onKey = ({ timeStamp }) => {
      pressed = timeStamp;
      nextFrame();
    };
    addEventListener('keydown', onKey, { capture: true, once: true });
  });
}

/** Presses an arrow key on a slider again and again, each when the last has been answered. */
async function slide(tab, name) {
  const thumb = thumbOf(tab, name);
  const answers = [];
  for (let i = 0; i < presses; i++) {
    await thumb.focus();
    await tab.evaluate(watchKey);
    await tab.keyboard.press(i % 2 ? 'ArrowLeft' : 'ArrowRight');
    answers.push(await tab.evaluate(() => window.slid));
  }
  return answers;
}

/** The value that a share of the sorted values does not exceed. */
const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1];

/** From a key pressed on a slider to theory's line and to the first measured walk at the new value, ms: middle and 95th percentile, `{ backend, slider, presses, theoryMs, walkMs }`. */
export const slideBench = (rounds) =>
  withBuiltPage(port, async (open) => {
    const rows = [];
    for (const backend of backends) {
      const found = Object.fromEntries(sliders.map((slider) => [slider, []]));
      for (let round = 0; round < rounds; round++) {
        const tab = await open(`${hash}backend=${backend}`);
        for (const slider of sliders) found[slider].push(...(await slide(tab, slider)));
        await tab.close();
      }
      for (const slider of sliders) {
        const of = (name) =>
          [0.5, 0.95].map((share) =>
            quantile(
              found[slider].map((one) => one[name]),
              share,
            ),
          );
        rows.push({
          backend,
          slider,
          presses: found[slider].length,
          theoryMs: of('theoryMs'),
          walkMs: of('walkMs'),
        });
      }
    }
    return { hash, rounds, rows };
  });
