import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pictureSide, type Split } from '#engine/data/dataSet.ts';
import { drawnDigits } from './engine/drawnDigits.ts';

/** Where real digits are, if this machine has them. */
export const sharedDigits = join(import.meta.dirname, '../../shared/data/mnist');

/** A file of a data set, packed as MNIST's are. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: Buffer<ArrayBuffer>;
}

/** An array of bytes as an IDX file, packed. */
function idx(name: string, dimensions: readonly number[], values: Uint8Array): PackedFile {
  const head = Buffer.alloc(4 + 4 * dimensions.length);
  head.writeUInt8(0x08, 2);
  head.writeUInt8(dimensions.length, 3);
  for (const [i, size] of dimensions.entries()) head.writeUInt32BE(size, 4 + 4 * i);
  return { name: `${name}.gz`, bytes: Buffer.from(gzipSync(Buffer.concat([head, values]), { level: 1 })) };
}

const pair = (name: string, { count, inputs, labels }: Split) => [
  idx(`${name}-images-idx3-ubyte`, [count, pictureSide, pictureSide], Uint8Array.from(inputs)),
  idx(`${name}-labels-idx1-ubyte`, [count], labels),
];

let drawn: readonly PackedFile[] | null = null;

/** Digits that the app draws, in files that look like MNIST's; drawn and packed once a process. */
function drawnFiles(): readonly PackedFile[] {
  if (drawn) return drawn;
  const { train, heldOut } = drawnDigits();
  drawn = [...pair('train', train), ...pair('t10k', heldOut)];
  return drawn;
}

/** MNIST's four files: real digits where the folder has them, and otherwise drawn ones that stand in. */
export function mnistFiles(folder = sharedDigits): readonly PackedFile[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.gz')) : [];
  if (names.length === 0) return drawnFiles();
  return names.map((name) => ({ name, bytes: Buffer.from(readFileSync(join(folder, name))) }));
}
