import { dictionary } from '#experiment/dictionary/dictionary.ts';
import './embed.css';
import { type ReactNode, useEffect, useState } from 'react';
import { openEmbed } from '#api/embed.ts';
import { windowFrame } from '#api/embedFrame.ts';
import { isSpeakersCopy } from '#api/speakersCopy.ts';
import { useExperiment, usePage } from '#ui/page/PageContext.ts';
import { EmbedBar } from './EmbedBar.tsx';

/** A view inside another page: its figures and sentence over a short foot. Views that start an engine of their own wait to be seen. */
export function EmbedPage({ children }: { children: ReactNode }) {
  const page = usePage();
  const { view } = useExperiment();
  const [wasSeen, setWasSeen] = useState(false);
  const [isCopy] = useState(isSpeakersCopy);
  useEffect(
    () => (isCopy ? undefined : openEmbed(page, windowFrame(), (isSeen) => isSeen && setWasSeen(true))),
    [page, isCopy],
  );
  const unseen = isCopy ? dictionary('embed').copy : dictionary('embed').unseen;
  return (
    <div className="embed">
      <header className="visually-hidden">
        <h1>{dictionary('page').title}</h1>
      </header>
      {wasSeen || view === 'walk' ? children : <p className="loading">{unseen}</p>}
      <EmbedBar isCopy={isCopy} />
    </div>
  );
}
