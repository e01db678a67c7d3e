import { expect, type Page, test } from '@playwright/test';
import { alterResponses } from '../alterResponses.ts';
import { deep, deepUnless } from '../deep.ts';
import { complaintsOf, openWalk, runWalk } from '../walkPage.ts';

const quiet = 'run=0&backend=cpu';

/** Takes parts of the browser away before the page begins. */
const missing = {
  BroadcastChannel: () => Reflect.deleteProperty(window, 'BroadcastChannel'),
  'BroadcastChannel, throwing': () =>
    Object.assign(window, {
      BroadcastChannel: class {
        constructor() {
          throw new Error('refused');
        }
      },
    }),
  'a promise of requestFullscreen': () =>
    Object.assign(Element.prototype, { requestFullscreen: () => undefined }),
  'addEventListener of matchMedia': () => {
    const { prototype } = MediaQueryList;
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    Object.assign(prototype, {
      addListener(this: MediaQueryList, listener: EventListener) {
        addEventListener.call(this, 'change', listener);
      },
      removeListener(this: MediaQueryList, listener: EventListener) {
        removeEventListener.call(this, 'change', listener);
      },
    });
    const real = window.matchMedia.bind(window);
    window.matchMedia = (query) =>
      new Proxy(real(query), {
        has: (target, key) => key !== 'addEventListener' && key in target,
        get: (target, key) => {
          if (key === 'addEventListener') return undefined;
          const value = Reflect.get(target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
  },
  ResizeObserver: () => Reflect.deleteProperty(window, 'ResizeObserver'),
  IntersectionObserver: () => Reflect.deleteProperty(window, 'IntersectionObserver'),
  'storage, caches, clipboard, wake lock, service worker (throwing)': () => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, { get: refuse });
    }
    for (const name of ['clipboard', 'wakeLock', 'serviceWorker', 'storage']) {
      Object.defineProperty(Navigator.prototype, name, { get: refuse });
    }
  },
} as const;

const visit = async (page: Page) => {
  await openWalk(page, `#depth=10&width=4&walks=3&${quiet}`);
  expect(await runWalk(page)).toMatchObject({ walks: 3 });
  await expect(page.locator('.walk-figure > svg path').first()).toBeAttached();
  await page.setViewportSize({ width: 700, height: 800 });
  await expect(page.locator('.foot')).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('link', { name: 'Learn', exact: true }).click();
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await page.keyboard.press('PageDown');
  await expect(page.locator('.walk-figure')).toBeVisible();
};

for (const [what, remove] of Object.entries(missing)) {
  test(
    `without ${what}: the page walks, turns to a phone's size and gives a lecture`,
    deepUnless(what.startsWith('storage')),
    async ({ page }) => {
      const complaints = complaintsOf(page);
      await page.addInitScript(remove);
      await visit(page);
      expect(complaints.list).toEqual([]);
    },
  );
}

for (const [what, remove] of [
  ['modules', () => Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule')],
  ['the language of 2023', () => Reflect.deleteProperty(Array.prototype, 'toSorted')],
] as const) {
  test(`a browser without ${what} is told so in plain HTML`, async ({ page }) => {
    await page.addInitScript(remove);
    await page.goto(`./#lang=de&${quiet}`);
    await expect(page.locator('#start [lang=de] [data-when=old]')).toContainText('zu alt');
    await expect(page.locator('#root')).toBeEmpty();
  });
}

test(
  'a page that comes by http from another machine says why it has no WebGPU',
  deep,
  async ({ page, baseURL }) => {
    await alterResponses(page.context(), 'http://walk.test/**', {
      from: ({ pathname }) => new URL(`.${pathname}`, baseURL),
    });
    await page.goto('http://walk.test/#depth=10&width=4&walks=3');
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await expect(page.locator('.notice.is-fault')).toContainText(
      'only to pages that come by https or from localhost',
    );
    expect(await runWalk(page)).toMatchObject({ walks: 3 });
  },
);

test('a recorded run that never comes holds the engine up for three seconds, not for ever', async ({
  page,
}) => {
  await page.route('**/recorded-walk.json', () => undefined);
  await openWalk(page, `#depth=10&width=4&walks=3&${quiet}`);
  expect(await runWalk(page)).toMatchObject({ walks: 3 });
});
