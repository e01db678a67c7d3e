import '@fontsource-variable/source-sans-3';
import '@fontsource-variable/source-serif-4';
import './style/page.css';
import './style/header.css';
import './style/controls.css';
import './style/gain.css';
import './style/sentence.css';
import './style/sheet.css';
import './style/figures.css';
import './style/hide.css';
import './style/print.css';
import { presenterSearch } from './learn/openPresenter.ts';

/** What the address asks for is loaded as a whole, once the page knows its language; the presenter's window has no engine. */
async function start(root: HTMLElement): Promise<void> {
  if (location.search === presenterSearch) (await import('./startPresenter.tsx')).startPresenter(root);
  else (await import('./startPage.tsx')).startPage(root);
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
start(root);
