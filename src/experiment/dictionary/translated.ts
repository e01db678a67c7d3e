/** The same words in another language: texts for texts, functions of the same arguments, and the same keys. */
export type Translated<T> = T extends string
  ? string
  : T extends (...given: infer A) => infer R
    ? (...given: A) => Translated<R>
    : { readonly [K in keyof T]: Translated<T[K]> };
