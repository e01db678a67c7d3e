import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { CopyLine, CopyText } from './CopyLink.tsx';
import { citationEntry, citationText, paper } from './citation.ts';

/** How to cite the experiment: a line for people and an entry for BibTeX, each with its button, and whose idea it is. */
export function CiteSection({ link }: { link: string }) {
  const { title, lead, people, idea } = dictionary('share').cite;
  const { copy } = dictionary('share').paste;
  return (
    <section className="cite">
      <h3>{title}</h3>
      <p className="share-hint">{lead}</p>
      <div className="paste-line">
        <span>{people}</span>
        <CopyLine label={people} text={citationText(link)} action={copy} />
      </div>
      <div className="paste-line">
        <span>BibTeX</span>
        <CopyText label="BibTeX" text={citationEntry(link)} action={copy} />
      </div>
      <p className="share-hint">
        {idea} {paper.authors}:{' '}
        <cite lang="en">
          <a href={paper.address}>{paper.title}</a>
        </cite>{' '}
        ({paper.year}).
      </p>
    </section>
  );
}
