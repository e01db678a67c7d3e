import { expect, type Page, test } from '@playwright/test';
import { deep } from './deep.ts';
import { type ReleaseServer, startReleaseServer } from './releaseServer.ts';
import { complaintsOf, expectExperiment, expectReady, runWalk, setKeys } from './walkPage.ts';

// A context of its own: a service worker outlives a page.
test.use({ serviceWorkers: 'allow', reuseContext: false });

let server: ReleaseServer;

test.beforeEach(async () => {
  server = await startReleaseServer();
});

test.afterEach(() => server.close());

const quiet = 'run=0&backend=cpu';

/** Which version the page on the screen is. */
const release = (page: Page) => page.evaluate(() => document.documentElement.dataset.release ?? 'first');

/** Looks for a newer service worker, as a browser does from time to time, and waits until one waits. */
async function findNewer(page: Page): Promise<void> {
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state === 'installed',
  );
}

/** Opens the app, lets it be kept, and hears what it complains of. */
async function openKept(page: Page, hash: string): Promise<{ readonly list: string[] }> {
  const complaints = complaintsOf(page);
  await page.goto(`${server.address}#${hash}&${quiet}`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await expect(page.locator('.update-notice')).toHaveCount(0);
  return complaints;
}

test(
  'a newer version is not spoken of in a lecture, and can be put off: the old page goes on',
  deep,
  async ({ page }) => {
    const complaints = await openKept(page, 'view=learn&lesson=3');
    const notice = page.locator('.update-notice');
    await page.getByRole('button', { name: 'Present', exact: true }).click();
    server.release();
    await findNewer(page);
    await expect(notice).toBeAttached();
    await expect(notice).toBeHidden();
    await page.keyboard.press('PageDown');
    await expect(page.locator('.walk-figure')).toBeVisible();
    await expect(notice).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(notice).toBeVisible();
    await notice.getByRole('button', { name: 'Later' }).click();
    await expect(notice).toHaveCount(0);
    const walked = await runWalk(page, { view: 'walk', depth: 20, width: 8, walks: 5 });
    expect(walked).toMatchObject({ kind: 'walk', walks: 5 });
    expect(await release(page)).toBe('first');
    expect(complaints.list).toEqual([]);
  },
);

test('a reload does not force a newer version; its button does, with what was changed a moment ago', async ({
  page,
}) => {
  const complaints = await openKept(page, 'depth=33&width=8&walks=5');
  const notice = page.locator('.update-notice');
  server.release();
  await findNewer(page);
  await page.reload();
  await expect(notice).toBeVisible();
  expect(await release(page)).toBe('first');
  await setKeys(page, { depth: 34 });
  await notice.getByRole('button', { name: 'Reload to update' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-release', '2');
  await expectExperiment(page, { depth: 34 });
  await expect(page).toHaveURL(`${server.address}#depth=34&width=8&walks=5&backend=cpu&run=0`);
  await expect(notice).toHaveCount(0);
  expect(complaints.list).toEqual([]);
});

test(
  'where the old version holds on, the newer one comes from the network; without a network that is said',
  deep,
  async ({ page, context }) => {
    await openKept(page, 'depth=33&width=8&walks=5');
    const notice = page.locator('.update-notice');
    server.release(true);
    await findNewer(page);
    await expect(notice).toBeVisible();
    await context.setOffline(true);
    await notice.getByRole('button', { name: 'Reload to update' }).click();
    await expect(notice).toContainText('when every tab with this page has been closed');
    await notice.getByRole('button', { name: 'Close' }).click();
    await expect(notice).toHaveCount(0);
    expect(await release(page)).toBe('first');

    await context.setOffline(false);
    await page.reload();
    await notice.getByRole('button', { name: 'Reload to update' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-release', '2');
    await expectReady(page, 'cpu');
    await expectExperiment(page, { depth: 33 });
  },
);
