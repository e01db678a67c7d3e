import type { Page } from '@playwright/test';

/** How a file is lost: the server has it no more (404, with a web page as its answer), or there is no network. */
export type Loss = 'missing' | 'offline';

/** Keeps files whose name matches from the page, until `find` is called. `lost` has the names of those that were asked for. */
export async function losePart(page: Page, name: RegExp, how: Loss) {
  const lost: string[] = [];
  const isLost = ({ pathname }: URL) => name.test(pathname.split('/').at(-1) ?? '');
  await page.route(isLost, (route) => {
    lost.push(new URL(route.request().url()).pathname);
    if (how === 'offline') return route.abort('internetdisconnected');
    return route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>Not here</h1>' });
  });
  return { lost, find: () => page.unroute(isLost) };
}
