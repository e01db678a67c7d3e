/**
 * Steps in a row, and a window besides, at whose end the mean loss may lie outside what a bearable rate allows. A spike
 * passes by itself: steps too large for the curvature move the network to where there is less of it (the catapult of
 * Lewkowycz et al. 2020). How long it takes is a matter of steps; the window sees it until all of it has gone by.
 */
export const patience = 40;
/** A mean beyond so many times what guessing costs is not waited for. */
export const runaway = 4;
/** Where more than this share of the steps between two states lay in spikes, the rate is too large to be worth them, .. */
export const mostInSpikes = 0.05;
/** .. and falls to this share of itself. */
export const eased = 0.7;
