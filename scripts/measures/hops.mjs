/**
 * The files of the page between a moved slider and a drawn frame, each way. Of two neighbours one imports the other: a
 * call goes along the import, an answer or a subscription against it.
 */
export const paths = {
  'slider to worker': [
    'ui/controls/NumberControl.tsx',
    'ui/page/PageContext.ts',
    'run/store.ts',
    'run/walk/walk.ts',
    'run/controller.ts',
    'run/hold.ts',
    'engine/worker/client.ts',
    'engine/worker/link.ts',
  ],
  'worker to drawn frame': [
    'engine/worker/link.ts',
    'engine/worker/client.ts',
    'run/hold.ts',
    'run/walk/walk.ts',
    'api/page.ts',
    'ui/figures/figureScene.ts',
    'plots/walkPlot.ts',
    'plots/walkCanvas.ts',
  ],
};

/** Neighbours of a path that do not know each other; a file that is no more knows nobody. */
export function brokenHops(graph, path) {
  const knows = (from, to) => (graph.get(from) ?? []).some((target) => target.to === to);
  return path
    .slice(1)
    .map((to, i) => [path[i], to])
    .filter(([from, to]) => !knows(from, to) && !knows(to, from))
    .map(([from, to]) => `${from} and ${to}`);
}
