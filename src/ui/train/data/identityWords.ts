import type { ownIdentity } from '#experiment/derived/dataFacts.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';

type Identity = NonNullable<ReturnType<typeof ownIdentity>>;

/** How large a set of the user's own is, in words. */
export const identityWords = ({ trainCount, heldOutCount, inputs, classes }: Identity): string =>
  dictionary('own').counts(trainCount, heldOutCount, inputs, classes);
