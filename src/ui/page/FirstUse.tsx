import { useEffect, useState } from 'react';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { rememberUse } from './firstVisit.ts';

/** What the picture shows, in one line, on the first visit of a browser; until it is closed or the page left. */
export function FirstUse() {
  const [isOpen, setOpen] = useState(true);
  useEffect(rememberUse, []);
  if (!isOpen) return null;
  const { what, close } = dictionary('afterStart').firstUse;
  return (
    <p className="first-use">
      {what}{' '}
      <button type="button" onClick={() => setOpen(false)}>
        {close}
      </button>
    </p>
  );
}
