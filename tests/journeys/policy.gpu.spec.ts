import { expect, test } from '@playwright/test';
import { deep } from './deep.ts';
import { violationsOf } from './policy.ts';
import { complaintsOf, openWalk, runTraining, runWalk } from './walkPage.ts';

test('WebGPU walks and trains under the policy', deep, async ({ page, context }) => {
  const violations = await violationsOf(context);
  const complaints = complaintsOf(page);
  await openWalk(page, '#depth=20&width=8&walks=5&backend=webgpu');
  await runWalk(page);
  await runTraining(page, { data: 'spirals', depth: 3, width: 8, steps: 5, backend: 'webgpu' });
  expect(violations).toEqual([]);
  expect(complaints.list).toEqual([]);
});
