/** AssemblyScript of `src/engine/assembly/`, compiled by scripts/assembly.mjs: base64. */
declare module '*?wasm' {
  export const binary: string;
}

/** The same with relaxed vector instructions. */
declare module '*?wasm=relaxed' {
  export const binary: string;
}
