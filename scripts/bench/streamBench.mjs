import { taskCounts, tasksWhile, withBuiltPage } from './mainTasks.mjs';

const port = 4186;
const walks = 1000;
const own = `f=relu&depth=100&width=100&walks=${walks}&sampler=matrices&run=0`;
/** What is compared with: none, or four of another gain, width, depth and law of the weights. */
const pins = { none: '', four: '&pins=gain:he,width:200,depth:200,weights:orthogonal' };

/** Walks afresh until every walk of the experiment, and of what it is compared with, has come. */
const stream = (tab) =>
  tab.evaluate(async (all) => {
    const { gradientWalk } = window;
    await gradientWalk.run();
    const isOpen = async () => (await gradientWalk.pins()).some(({ results }) => results?.walks !== all);
    while (await isOpen()) await new Promise((resolve) => setTimeout(resolve, 1000));
  }, walks);

/** The longest tasks of the built page while its walks and those of its pins stream in, in a fresh page a round: `{ pins, round, longestMs, long, tasks }`. */
export const streamBench = (rounds) =>
  withBuiltPage(port, async (open) => {
    const rows = [];
    for (let round = 1; round <= rounds; round++) {
      for (const [name, list] of Object.entries(pins)) {
        const tab = await open(`#${own}`);
        const tasks = await tasksWhile(tab, async () => {
          await tab.evaluate((hash) => {
            location.hash = hash;
          }, `${own}${list}`);
          await stream(tab);
        });
        rows.push({ pins: name, round, ...taskCounts(tasks) });
        await tab.close();
      }
    }
    return { hash: `#${own}`, rounds, rows };
  });
