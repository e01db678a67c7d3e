import { afterAll, expect, test } from 'vitest';
import { standardised } from '#engine/data/dataSet.ts';
import { checksumOf } from '#engine/data/own/checksum.ts';
import type { OwnSet } from '#engine/data/own/ownSet.ts';
import { forgetOwn, keepOwn, keptOwn, keptOwnSets } from '#engine/data/own/ownStore.ts';
import { identityText } from '#engine/data/ownIdentity.ts';

/** A set of two samples whose numbers follow from `value`. */
function ownSet(name: string, value: number): OwnSet {
  const split = (more: number) => ({
    count: 2,
    inputs: Float32Array.of(value, value + more),
    labels: Uint8Array.of(0, 1),
  });
  const [train, heldOut] = [split(1), split(2)];
  const kind = { classNames: null, picture: null, plane: null, heard: null };
  return {
    set: standardised({ ...kind, inputs: 1, classes: 2, train, heldOut }),
    identity: {
      name,
      trainCount: 2,
      heldOutCount: 2,
      inputs: 1,
      classes: 2,
      checksum: checksumOf([train, heldOut]),
    },
  };
}

const [one, other, anew] = [ownSet('one', 1), ownSet('other', 2), ownSet('one', 3)];
const textOf = ({ identity }: OwnSet) => identityText(identity);

afterAll(async () => {
  await forgetOwn(textOf(anew));
  await forgetOwn(textOf(other));
});

test('what is kept is listed once a name, the newest last, and what is forgotten is gone', async () => {
  expect(await keptOwnSets()).toEqual([]);
  expect([await keepOwn(one), await keepOwn(other)]).toEqual([true, true]);
  expect(await keptOwnSets()).toEqual([textOf(one), textOf(other)]);
  await keepOwn(anew);
  expect(await keptOwnSets()).toEqual([textOf(other), textOf(anew)]);
  expect(await keptOwn(textOf(one))).toBeNull();
  expect((await keptOwn(textOf(anew)))?.train.inputs).toEqual(anew.set.train.inputs);
  await forgetOwn(textOf(other));
  expect(await keptOwnSets()).toEqual([textOf(anew)]);
  expect(await keptOwn(textOf(other))).toBeNull();
});
