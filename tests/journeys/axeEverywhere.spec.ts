import { expect, type Page, test } from '@playwright/test';
import { lessonNames } from '#experiment/lessons/lessonNames.ts';
import { questionNames } from '#experiment/questions/questionNames.ts';
import { sweepNames } from '#experiment/schema/scaleRows.ts';
import { expectAccessible, expectContrast } from './accessible.ts';
import { deep } from './deep.ts';
import { openWalk, turnTo } from './walkPage.ts';

const quiet = 'run=0&backend=cpu';

/** A link of every view, sweep and lesson, and what is there when it stands. */
const places = [
  { link: 'f=relu&depth=20&width=8', shown: '.walk-figure svg text' },
  { link: 'view=train&f=relu&depth=3&width=8', shown: '.train-figures figure' },
  ...sweepNames.map((sweep) => ({
    link: `view=scale&sweep=${sweep}&depth=20`,
    shown: '.main-figure svg text',
  })),
  ...lessonNames.map((_name, i) => ({ link: `view=learn&lesson=${i + 1}`, shown: '.prediction' })),
  ...questionNames.map((question) => ({
    link: `view=findings&question=${question}`,
    shown: '.finding-figures svg text',
  })),
];

async function stands(page: Page, shown: string): Promise<void> {
  await expect(page.locator(shown).first()).toBeVisible();
  await expect(page.locator('.loading')).toHaveCount(0);
}

for (const theme of ['light', 'dark', 'projector']) {
  for (const [width, height] of [
    [1280, 720],
    [390, 844],
  ] as const) {
    test(
      `axe finds nothing in any view, sweep, lesson or finding: ${theme}, ${width} x ${height}`,
      deep,
      async ({ page }) => {
        await page.setViewportSize({ width, height });
        await openWalk(page, `#theme=${theme}&${quiet}`);
        for (const { link, shown } of places) {
          await turnTo(page, `#${link}&theme=${theme}&${quiet}`);
          await stands(page, shown);
          await expect(page.locator('.notice')).toHaveCount(0);
          await (theme === 'light' ? expectAccessible(page) : expectContrast(page));
        }
      },
    );
  }
}
