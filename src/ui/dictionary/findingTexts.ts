import type { QuestionName } from '#experiment/questions/questionNames.ts';
import type { FindingNumbers } from '#ui/findings/findingNumbers.ts';

/** The words of one question; every number in them is read off the answers. */
export interface FindingText {
  readonly title: string;
  /** What was asked, and what of. */
  readonly question: string;
  /** What theory, or a reader of it, would expect. */
  readonly expected: string;
  /** What came out, paragraph by paragraph, also where it is otherwise. */
  readonly came: (read: FindingNumbers) => readonly string[];
  /** Titles of the figures by their names. */
  readonly figures: Readonly<Record<string, string>>;
}

/** The words of all questions in one language. */
export type FindingTexts = Readonly<Record<QuestionName, FindingText>>;
