import { expect, test } from '@playwright/test';
import { complaintsOf, openWalk, turnTo as turnPage } from './walkPage.ts';

const hidden = 'depth,gain,residual,rate,task,sweep,widths,run,tabs,sentence,readouts,table,variance,end';

test('what a link hides is hidden in every view, and comes back with one button', async ({ page }) => {
  const complaints = complaintsOf(page);
  const turnTo = (view: string) =>
    turnPage(page, `f=relu&width=8&walks=5&run=0&backend=cpu&hide=${hidden}&${view}`);
  await openWalk(page, `#run=0&backend=cpu&hide=${hidden}`);
  const gone = [
    page.getByRole('slider', { name: /^(depth|gain|residual|learning rate)$/ }),
    page.getByRole('combobox', { name: /^(task|sweep)$/ }),
    page.getByRole('textbox', { name: 'own widths' }),
    page.locator('.gain-names, .branch-companions button, .sentence, .readouts, .readout'),
    page.getByRole('button', { name: /^(Run|Pause|Step|Restart)$/ }),
    page.locator('.view-tabs, .lesson-links a'),
    page.locator('.variance-figure:visible, .end-figure:visible'),
  ];
  for (const [view, there] of [
    ['view=walk', '.walk-figure'],
    ['view=scale&sweep=gain', '.main-figure'],
    ['view=scale&sweep=map', '.map-switch'],
    ['view=scale&sweep=widths', '.main-figure'],
    ['view=train', '.layer-figures'],
    ['view=learn', '.prediction'],
  ] as const) {
    await turnTo(view);
    await expect(page.locator(there)).toBeVisible();
    if (view === 'view=learn') await page.getByRole('button', { name: 'Show me' }).click();
    if (view === 'view=train') await expect(page.getByRole('combobox', { name: 'speed' })).toHaveCount(0);
    for (const part of gone) await expect(part, view).toHaveCount(0);
  }
  await turnTo('embed=1');
  await expect(page.locator('.embed-bar')).toBeVisible();
  await expect(page.locator('.embed-bar button')).toHaveCount(0);

  await turnTo('view=scale&sweep=map');
  await page.getByRole('button', { name: 'All controls' }).click();
  for (const part of ['.scale-sentence', '.readout', '.gain-names', '.run-buttons', '.view-tabs']) {
    await expect(page.locator(part)).toBeVisible();
  }
  expect(complaints.list).toEqual([]);
});
