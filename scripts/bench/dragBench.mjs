import { rest, taskCounts, tasksWhile, thumbOf, withBuiltPage } from './mainTasks.mjs';

const port = 4185;
/** Tanh has no exact law: what is dragged asks for all that theory has. */
const hash = '#f=tanh&depth=1000&width=100&run=0&backend=cpu';
const sliders = ['gain', 'depth', 'width'];
/** A drag there and back again: so many moves, and the time between two of them. */
const moves = 60;
const betweenMs = 60;

/** Drags a slider to the right, to the left and back. */
async function drag(tab, name) {
  const thumb = thumbOf(tab, name);
  const track = await tab.locator('.slider', { has: thumb }).boundingBox();
  const { x, y, width, height } = await thumb.boundingBox();
  const [from, middle] = [x + width / 2, y + height / 2];
  await tab.mouse.move(from, middle);
  await tab.mouse.down();
  for (let i = 0; i <= moves; i++) {
    const to = from + 0.45 * track.width * Math.sin((2 * Math.PI * i) / moves);
    await tab.mouse.move(Math.max(track.x, Math.min(track.x + track.width, to)), middle);
    await tab.waitForTimeout(betweenMs);
  }
  await tab.mouse.up();
  await rest(tab);
}

/** The longest tasks of the built page while its sliders are dragged at D = 1000, in a fresh page a round: `{ slider, round, longestMs, long, tasks }`. */
export const dragBench = (rounds) =>
  withBuiltPage(port, async (open) => {
    const rows = [];
    for (let round = 1; round <= rounds; round++) {
      const tab = await open(hash);
      for (const slider of sliders) {
        const tasks = await tasksWhile(tab, () => drag(tab, slider));
        rows.push({ slider, round, ...taskCounts(tasks) });
      }
      await tab.close();
    }
    return { hash, rounds, rows };
  });
