/** A key and its value as texts, decoded. */
export type LinkPair = readonly [key: string, value: string];
