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
import { chooseLanguage, languageOf } from '#state/language.ts';
import { parseLink } from '#state/linkCodec.ts';
import { openPage } from '#state/page.ts';
import { presenterSearch } from './learn/openPresenter.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
const language = languageOf(parseLink(location.hash).experiment.lang, navigator.languages);
chooseLanguage(language);
document.documentElement.lang = language;

/** The door is open before anything is shown; what is shown is loaded once the page knows its language. */
function start(element: HTMLElement): void {
  const page = openPage();
  window.gradientWalk = page.door;
  import('./startPage.tsx').then(({ startPage }) => startPage(element, page));
}

/** The presenter's window has no engine and no door. */
async function open(element: HTMLElement): Promise<void> {
  if (location.search === presenterSearch) (await import('./startPresenter.tsx')).startPresenter(element);
  else start(element);
}

if (language === 'en') open(root);
else import('./text/speakGerman.ts').then(({ speakGerman }) => speakGerman()).then(() => open(root));
