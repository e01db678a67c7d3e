// The teacher's page is a document of the repository; the app carries its text along.
import text from '/docs/TEACHING.de.md?raw';

/** The teacher's page in German, Markdown. */
export const teaching: string = text;
