/** Numbers in one block of memory: a row of a layer's points is too small to be worth one of its own. */
const blockLength = 4096;

/** Rows of zeros, cut from common blocks. */
export function createRowStore(): (count: number) => Float64Array {
  let block = new Float64Array(0);
  let used = 0;
  return (count) => {
    if (used + count > block.length) {
      block = new Float64Array(Math.max(blockLength, count));
      used = 0;
    }
    used += count;
    return block.subarray(used - count, used);
  };
}
