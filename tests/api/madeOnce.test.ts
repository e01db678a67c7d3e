import { expect, test } from 'vitest';
import { madeOnce } from '#api/madeOnce.ts';

test('what was made is made once, for all who ask, and is known from then on', async () => {
  let made = 0;
  const ask = madeOnce(async () => ++made);
  expect(ask.known()).toBeNull();
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  expect(await ask()).toBe(1);
  expect(ask.known()).toBe(1);
});

test('a failure is told to all who asked, and is not kept: asked again, it is tried again', async () => {
  let attempts = 0;
  const ask = madeOnce(async () => {
    attempts += 1;
    if (attempts < 2) throw new Error('lost');
    return 'here';
  });
  const both = await Promise.allSettled([ask(), ask()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(attempts).toBe(1);
  expect(ask.known()).toBeNull();
  expect(await ask()).toBe('here');
});
