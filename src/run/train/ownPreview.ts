import type { WalkState } from '#run/store.ts';

/** What was read of files of the user's own, and what becomes of it as things are chosen. */
export type OwnPreview = Extract<NonNullable<WalkState['intake']>, { status: 'read' }>['preview'];
export type SetPreview = NonNullable<OwnPreview['set']>;
