import { dictionary } from '#experiment/dictionary/dictionary.ts';
import './share.css';
import { useState } from 'react';
import type { Experiment, Hideable } from '#experiment/experiment.ts';
import { formatLink } from '#experiment/link/linkCodec.ts';
import { Sheet } from '#ui/overlay/Sheet.tsx';
import { useChange, useExperiment, useFoundGains, useWalkState } from '#ui/page/PageContext.ts';
import { plainSentence } from '#ui/sentence/plainSentence.ts';
import { CiteSection } from './CiteSection.tsx';
import { CopyLink } from './CopyLink.tsx';
import { FileSection } from './FileSection.tsx';
import { HideBuilder } from './HideBuilder.tsx';
import { PasteSection } from './PasteSection.tsx';
import { QrPicture } from './QrPicture.tsx';
import { bytesOf, farBytes, mostBytes } from './qrCode.ts';

const qr = () => dictionary('share').qr;
const hideWords = () => dictionary('share').hide;

/** How long the link is, and what that means for the back row. */
function LinkLength({ link }: { link: string }) {
  const bytes = bytesOf(link);
  if (bytes > mostBytes) return <p className="share-warning">{qr().none(bytes, mostBytes)}</p>;
  return (
    <p className={bytes > farBytes ? 'share-warning' : 'share-hint'} role="status">
      <strong>{qr().bytes(bytes)}.</strong> {bytes > farBytes ? qr().long(farBytes) : qr().fits}
    </p>
  );
}

/** All that hands the experiment on: link, QR code, what to hide, files, paper. Ticks change the link, not the page. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const experiment = useExperiment();
  const unknown = useWalkState((state) => state.unknown);
  const change = useChange();
  const [hidden, setHidden] = useState<readonly Hideable[]>(experiment.hide);
  const found = useFoundGains();
  const linkOf = (more: Partial<Experiment>) =>
    new URL(`#${formatLink({ ...experiment, hide: hidden, ...more }, unknown)}`, location.href).href;
  const link = linkOf({});
  const { title, views } = dictionary('page');
  const shown = experiment.view === 'walk' ? plainSentence(experiment, found) : views[experiment.view];
  return (
    <Sheet title={dictionary('share').title} className="share" onClose={onClose}>
      <p className="share-hint">{dictionary('share').lead}</p>
      <CopyLink link={link} />
      <div className="share-columns">
        <div>
          <QrPicture link={link} />
          <LinkLength link={link} />
        </div>
        <section className="hide-builder">
          <h3>{hideWords().title}</h3>
          <p className="share-hint">{hideWords().lead}</p>
          <HideBuilder hidden={hidden} onChange={setHidden} />
          <div className="share-row">
            <button
              type="button"
              onClick={() => {
                change({ hide: hidden });
                onClose();
              }}
            >
              {hideWords().apply}
            </button>
            <button type="button" disabled={hidden.length === 0} onClick={() => setHidden([])}>
              {hideWords().clear}
            </button>
          </div>
        </section>
      </div>
      <PasteSection title={`${title}: ${shown}`} link={link} embedded={linkOf({ embed: 1 })} />
      <CiteSection link={link} />
      <FileSection link={link} onOpened={onClose} />
      <p className="share-hint">
        {dictionary('share').free}{' '}
        <a href="./licences.txt" download>
          {dictionary('share').licences}
        </a>
      </p>
    </Sheet>
  );
}
