import { type NetworkKind, plainKind } from '#engine/train/network.ts';

/** Every kind of network that is not plain, alone and together, by what it is called. */
export const networkKinds: Readonly<Record<string, NetworkKind>> = {
  tied: { ...plainKind, tied: true },
  residual: { ...plainKind, residual: 0.4 },
  rms: { ...plainKind, norm: 'rms' },
  layer: { ...plainKind, norm: 'layer' },
  'residual and rms': { ...plainKind, residual: 0.4, norm: 'rms' },
  'tied and residual': { ...plainKind, tied: true, residual: 0.4 },
  'tied, residual and layer': { tied: true, residual: 0.4, norm: 'layer' },
};
