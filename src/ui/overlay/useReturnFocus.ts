import { useState } from 'react';

/** For a dialog that no trigger of its own opened: gives the focus back, when it closes, to what had it before. */
export function useReturnFocus(): (event: Event) => void {
  const [before] = useState(() => document.activeElement);
  return (event) => {
    event.preventDefault();
    if (before instanceof HTMLElement) before.focus();
  };
}
