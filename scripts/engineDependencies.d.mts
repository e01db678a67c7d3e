/** Packages that only the worker imports. */
export const engineDependencies: string[];
