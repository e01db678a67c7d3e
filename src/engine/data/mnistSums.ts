import { ReasonError } from '#engine/worker/reason.ts';
import type { DataFile } from './dataFile.ts';

/** Length and SHA-256 of the packed files of MNIST as they are published; TensorFlow Datasets lists the same. */
export const mnistSums: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>> = {
  'train-images-idx3-ubyte.gz': {
    bytes: 9_912_422,
    sha256: '440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609',
  },
  'train-labels-idx1-ubyte.gz': {
    bytes: 28_881,
    sha256: '3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c',
  },
  't10k-images-idx3-ubyte.gz': {
    bytes: 1_648_877,
    sha256: '8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6',
  },
  't10k-labels-idx1-ubyte.gz': {
    bytes: 4_542,
    sha256: 'f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6',
  },
};

const hexOf = (digest: ArrayBuffer) =>
  Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Throws a `ReasonError` if a mirror's file is not MNIST's. Outside of secure contexts browsers have no SHA-256; there
 * the length must do.
 */
export async function checkSum({ name, bytes }: DataFile, host: string): Promise<void> {
  const known = mnistSums[name];
  const isRight = crypto.subtle
    ? hexOf(await crypto.subtle.digest('SHA-256', bytes)) === known?.sha256
    : bytes.length === known?.bytes;
  if (!isRight) throw new ReasonError({ code: 'wrongSum', file: name, host });
}
