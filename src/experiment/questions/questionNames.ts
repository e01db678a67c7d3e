/** The questions, in the order in which they are told. */
export const questionNames = ['gain', 'shape', 'encode', 'time', 'cures', 'tied'] as const;
export type QuestionName = (typeof questionNames)[number];
