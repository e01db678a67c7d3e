import { dictionary } from '#experiment/dictionary/dictionary.ts';
import '#ui/overlay/pop.css';
import './export.css';
import type { ComponentProps, ReactNode } from 'react';

/** What stands on the button of a figure's menu: rows. */
export const saveIcon: ReactNode = (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M2 3.5h12M2 8h12M2 12.5h12" />
  </svg>
);

/** The names of the button of a figure's menu: `title` is what the figure is called in a sentence. */
export const saveNames = (title: string) => ({
  'aria-label': dictionary('saving').menu(title),
  title: dictionary('saving').menu(title),
});

/** The button of a figure's menu that was never opened. */
export function SaveButton({
  title,
  onClick,
}: { title: string } & Pick<ComponentProps<'button'>, 'onClick'>) {
  return (
    <div className="figure-menu">
      <button
        type="button"
        {...saveNames(title)}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={onClick}
      >
        {saveIcon}
      </button>
    </div>
  );
}
