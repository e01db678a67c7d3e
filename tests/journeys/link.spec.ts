import { expect, test } from '@playwright/test';
import { complaintsOf, openWalk, runWalk, sliderOf } from './walkPage.ts';

const small = '#depth=30&width=16&walks=5';

test('a broken link is opened, each change is listed, nothing of it is lost', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openWalk(page, '#depth=99999&width=wide&walks=5&f=relu&dream=gain&%E0%A4%A=1');
  const notices = page.getByRole('status').first();
  await expect(notices).toContainText('depth=99999 is above the largest, 1000: 1000 is used instead.');
  await expect(notices).toContainText('width=wide is not a number: 100 is used instead.');
  await expect(notices).toContainText('dream=gain means nothing to this version');
  expect(await page.evaluate(() => window.gradientWalk.experiment())).toMatchObject({
    depth: 1000,
    width: 100,
    f: 'relu',
  });
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices).toBeHidden();
  await page.evaluate(() => window.gradientWalk.set({ depth: 20 }));
  await expect(page).toHaveURL(/depth=20&.*dream=gain/);
  expect(complaints.list).toEqual([]);
});

test('the address follows a changed control after it has rested, and a new address changes the controls', async ({
  page,
}) => {
  await openWalk(page, small);
  const depth = sliderOf(page, 'depth');
  await depth.focus();
  await depth.press('ArrowRight');
  await expect(page).toHaveURL(/#depth=31&width=16&walks=5$/);
  const entries = await page.evaluate(() => history.length);
  await page.evaluate(() => {
    location.hash = '#f=relu&depth=12&width=9&walks=3';
  });
  await expect(page.getByRole('textbox', { name: 'depth, as a number' }).first()).toHaveValue('12');
  await expect(page.getByRole('combobox', { name: 'nonlinearity' }).first()).toHaveValue('relu');
  expect(await runWalk(page)).toMatchObject({ experiment: { f: 'relu', depth: 12, width: 9 }, walks: 3 });
  expect(await page.evaluate(() => history.length)).toBe(entries + 1);
});

test('the same link gives the same walks, bit for bit', async ({ page }) => {
  const link = '#f=relu&depth=100&width=48&walks=30&seed=7';
  await openWalk(page, link);
  const first = await runWalk(page);
  await page.reload();
  await page.evaluate(() => window.gradientWalk.ready);
  const second = await runWalk(page);
  expect(second.final).toEqual(first.final);
  const other = await runWalk(page, { seed: 8 });
  expect(other.final).not.toEqual(first.final);
});

test('WebGPU and the processor give the same walks to 1e-3 at D = 100; where the slope jumps, the median walk', async ({
  page,
}) => {
  await openWalk(page);
  // A rounding error grows with the norm's factor: at sigmoid's g* (above 10) that is too much for float32. Gains are
  // mean field's g* as numbers, so that no search stands between the two backends.
  for (const [f, gain] of [
    ['linear', 'auto'],
    ['tanh', 1.16767],
    ['erf', 1.02983],
    ['selu', 0.8613],
    ['gelu', 1.53353],
    ['swish', 1.67653],
    ['sigmoid', 1],
    ['relu', 'auto'],
  ] as const) {
    const change = { f, gain, depth: 100, width: 100, walks: 9, seed: 3 };
    const onGpu = await runWalk(page, { ...change, backend: 'webgpu' });
    const onCpu = await runWalk(page, { ...change, backend: 'cpu' });
    expect([onGpu.backend.slice(0, 6), onCpu.backend.slice(0, 3)]).toEqual(['webgpu', 'cpu']);
    const distances = onGpu.final
      .map((lnZ, walk) => Math.abs(lnZ - (onCpu.final[walk] ?? Number.NaN)))
      .sort((a, b) => a - b);
    // A rounding error that carries one pre-activation over zero changes the slope there by a jump: one walk in ten.
    const jumps = f === 'relu' || f === 'selu';
    const compared = jumps ? distances[Math.floor(distances.length / 2)] : distances.at(-1);
    expect(compared, f).toBeLessThan(1e-3);
  }
});
