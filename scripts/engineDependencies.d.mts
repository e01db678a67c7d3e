/** Packages that workers import. */
export const engineDependencies: string[];
