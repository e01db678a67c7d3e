import { expect, test } from '@playwright/test';
import { deep } from './deep.ts';
import { expectResults } from './liveRun.ts';
import { complaintsOf, openWalk } from './walkPage.ts';

test('a sweep runs on WebGPU where the walk does', deep, async ({ page }) => {
  const complaints = complaintsOf(page);
  await openWalk(page, '#view=scale&f=relu&depth=30&width=20&walks=200&sampler=free&backend=webgpu');
  const results = await expectResults(page, 'scale', { done: true });
  expect(results).toMatchObject({ sweep: 'gain', theory: 'exact' });
  expect(results.backend).toMatch(/^webgpu /);
  expect(results.rows).toHaveLength(18);
  expect(complaints.list).toEqual([]);
});
