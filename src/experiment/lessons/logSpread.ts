/** ln of what one network's norm is typically multiplied or divided by: half the standard deviation of ln Z. */
export const logSpread = (variance: number) => Math.sqrt(variance) / 2;
