import './embed.css';
import { type ReactNode, useEffect, useState } from 'react';
import { openEmbed } from '#api/embed.ts';
import { windowFrame } from '#api/embedFrame.ts';
import { useExperiment, usePage } from '#ui/page/PageContext.ts';
import { pageWords } from '#ui/text/words.ts';
import { EmbedBar } from './EmbedBar.tsx';
import { embedWords } from './embedWords.ts';

/** A view inside another page: its figures and sentence over a short foot. Views that start an engine of their own wait to be seen. */
export function EmbedPage({ children }: { children: ReactNode }) {
  const page = usePage();
  const { view } = useExperiment();
  const [wasSeen, setWasSeen] = useState(false);
  useEffect(() => openEmbed(page, windowFrame(), (isSeen) => isSeen && setWasSeen(true)), [page]);
  return (
    <div className="embed">
      <header className="visually-hidden">
        <h1>{pageWords.title}</h1>
      </header>
      {wasSeen || view === 'walk' ? children : <p className="loading">{embedWords.unseen}</p>}
      <EmbedBar />
    </div>
  );
}
