/** ln of a squared norm that is zero: `deadIncrement` of kernels/walkSlice/walkSlice.ts, as are those below. */
export const deadIncrement: f32 = -1e30;
export const noDivisor: f32 = 1e30;
export const leastSpread: f32 = 1e-12;
export const leastLeft: f32 = 1e-11;
