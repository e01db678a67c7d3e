/** The sums of a layer (`LayerSums`), of four walks each: 16 bytes apart. */
export const hh: usize = 0;
export const hp: usize = 16;
export const thx: usize = 32;
export const tpx: usize = 48;
export const thth: usize = 64;
export const thtp: usize = 80;
export const tptp: usize = 96;
export const pp: usize = 112;
/** Bytes of them all. */
export const sumsBytes: usize = 128;

/** Where a layer is met by four walks, 16 bytes apart: ln of the scale that g W h alone would have; ln s; 1 where it is alive, else 0; numbers of the walks. */
export const place: usize = memory.data(64, 16);

/** @inline */
export function above(): v128 {
  return v128.load(place);
}

/** @inline */
export function logScale(): v128 {
  return v128.load(place, 16);
}

/** @inline */
export function alive(): v128 {
  return v128.load(place, 32);
}

/** @inline */
export function walks(): v128 {
  return v128.load(place, 48);
}
