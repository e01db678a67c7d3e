import type { BrowserContext, Page } from '@playwright/test';

/** The mark that the wrapped constructor gives to the address of a worker. */
const mark = 'patched-worker';
const patchName = 'worker-patch.js';

/**
 * Runs `patch(argument)` in every worker that the page starts from now on, before the worker's own script; call it
 * before `goto`. `patch` is sent as its source text: it sees the worker's globals and `argument` (plain data),
 * nothing of the test's file. Needs no `blob:` and so works under the page's Content-Security-Policy. What should
 * change later, in a worker that runs, is done by `page.workers()` and `worker.evaluate`.
 */
export async function patchWorkers<Argument>(
  target: Page | BrowserContext,
  patch: (argument: Argument) => void,
  argument: Argument,
): Promise<void> {
  const call = `(${patch})(${JSON.stringify(argument) ?? 'undefined'});`;
  await target.addInitScript((name) => {
    globalThis.Worker = new Proxy(globalThis.Worker, {
      construct(Original, [address, options]: [string | URL, WorkerOptions | undefined]) {
        const url = new URL(address, document.baseURI);
        if (url.protocol.startsWith('http')) url.searchParams.set(name, '1');
        return new Original(url, options);
      },
    });
  }, mark);
  await target.route(
    (url) => url.searchParams.has(mark),
    async (route) => {
      const original = new URL(route.request().url());
      original.search = '';
      // Static imports run in order, and messages wait until both are done.
      const body = `import './${patchName}';\nimport '${original.href}';\n`;
      await route.fulfill({ contentType: 'text/javascript', body });
    },
  );
  await target.route(`**/${patchName}`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: call }),
  );
}
