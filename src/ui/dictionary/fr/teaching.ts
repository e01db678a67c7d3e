// The teacher's page is a document of the repository; the app carries its text along.
import text from '/docs/TEACHING.fr.md?raw';

/** The teacher's page in French, Markdown. */
export const teaching: string = text;
