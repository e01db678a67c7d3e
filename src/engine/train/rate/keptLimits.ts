/** The first state after the start is kept here, each next at twice its step. */
export const firstKept = 20;
/** At most this many steps lie between two states. */
export const mostApart = 640;
/** States kept at once. */
export const mostKept = 3;
