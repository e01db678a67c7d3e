/** Arguments that give a full Chromium WebGPU without a GPU. */
export const chromiumArguments: string[];
