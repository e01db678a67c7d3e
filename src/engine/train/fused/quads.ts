/** Groups of four in which the kernels read units. */
export const quadsOf = (units: number) => Math.ceil(units / 4);
