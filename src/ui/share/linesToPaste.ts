/** What an experiment is handed on as. */
export interface Pasted {
  /** What it shows, in one sentence. */
  readonly title: string;
  readonly link: string;
  /** Its link as a figure in another page. */
  readonly embedded: string;
}

/** Height at which the figures of a frame are whole, px. */
const heightPx = 560;

/** Text as the value of an attribute in HTML. */
const attribute = (text: string) =>
  `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;

/** For a chat or a mail: the sentence, and the link last, where nothing sticks to it. */
export const chatText = ({ title, link }: Pasted): string => `${title} ${link}`;

/** For a page in HTML. */
export function frameLine({ title, embedded: src }: Pasted): string {
  const style = `width:100%;height:${heightPx}px;border:0`;
  const attributes = Object.entries({ src, title, style, loading: 'lazy' });
  return `<iframe ${attributes.map(([name, value]) => `${name}=${attribute(value)}`).join(' ')}></iframe>`;
}

/** For a cell of a notebook; a string of JSON is one of Python. */
export const notebookLine = ({ embedded }: Pasted): string =>
  `from IPython.display import IFrame; IFrame(${JSON.stringify(embedded)}, width="100%", height=${heightPx})`;
