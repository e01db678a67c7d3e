// The teacher's page is a document of the repository; the app carries its text along.
import text from '/docs/TEACHING.md?raw';

/** The teacher's page in English, Markdown. */
export const teaching: string = text;
