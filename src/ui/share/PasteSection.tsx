import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { CopyLine } from './CopyLink.tsx';
import { chatText, frameLine, notebookLine, type Pasted } from './linesToPaste.ts';

/** The experiment as a message, as a figure of another page, and in a notebook: a line each to copy. */
export function PasteSection(pasted: Pasted) {
  const { title, copy, chat, frame, notebook } = dictionary('share').paste;
  const lines = [
    { label: chat, text: chatText(pasted) },
    { label: frame, text: frameLine(pasted) },
    { label: notebook, text: notebookLine(pasted) },
  ];
  return (
    <section className="paste">
      <h3>{title}</h3>
      {lines.map(({ label, text }) => (
        <div key={label} className="paste-line">
          <span>{label}</span>
          <CopyLine label={label} text={text} action={copy} />
        </div>
      ))}
    </section>
  );
}
