/** Below this width a layer's sums are far from Normal: no theory of finite width is claimed. */
export const narrowest = 20;
