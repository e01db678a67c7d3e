import { zipSync } from 'fflate';
import type { DataSet } from '#engine/data/dataSet.ts';
import { writeNpy, writeNpyTexts } from './writeNpy.ts';

/** A data set as NumPy's archive: raw inputs [count, inputs] or [count, rows, columns] and classes, to learn and held out. */
export function npzOf({ train, heldOut, inputs, picture, classNames }: DataSet): Uint8Array<ArrayBuffer> {
  const size = picture && picture.rows > 1 ? [picture.rows, picture.columns] : [inputs];
  const files = {
    'x_train.npy': writeNpy(train.inputs, [train.count, ...size]),
    'y_train.npy': writeNpy(train.labels, [train.count]),
    'x_test.npy': writeNpy(heldOut.inputs, [heldOut.count, ...size]),
    'y_test.npy': writeNpy(heldOut.labels, [heldOut.count]),
    ...(classNames ? { 'classes.npy': writeNpyTexts(classNames) } : {}),
  };
  // Stored as it is: packing takes a processor longer than a disk.
  return zipSync(files, { level: 0 });
}
