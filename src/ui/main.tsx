import '@fontsource-variable/source-sans-3';
import '@fontsource-variable/source-serif-4';
import '#ui/tokens.css';
import '#ui/page/page.css';
import '#ui/page/header.css';
import '#ui/controls/controls.css';
import '#ui/controls/gain/gain.css';
import '#ui/sentence/sentence.css';
import '#ui/overlay/sheet.css';
import '#ui/figures/figures.css';
import '#ui/page/hide.css';
import '#ui/page/print.css';
import { openPage } from '#api/page.ts';
import { selectLanguage } from '#experiment/language.ts';
import { parseLink } from '#experiment/link/linkCodec.ts';
import { loadWith, speakEnglish, speakLoaded } from '#ui/dictionary/loadDictionary.ts';
import { followLayout } from '#ui/layout/layout.ts';
import { presenterSearch } from '#ui/learn/lecture/openPresenter.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
speakEnglish();
const language = selectLanguage(parseLink(location.hash).experiment.lang, navigator.languages);
document.documentElement.lang = language;
followLayout(document.documentElement);

/** The API is open before anything is shown; what is shown is loaded once the page knows its language. */
function start(element: HTMLElement): void {
  const page = openPage();
  window.gradientWalk = page.api;
  import('./startPage.tsx').then(({ startPage }) => startPage(element, page));
}

/** The presenter's window has no engine and no API. */
async function open(element: HTMLElement): Promise<void> {
  if (location.search !== presenterSearch) return start(element);
  const { startPresenter } = await loadWith('learn', () =>
    loadWith('lessons', () => import('./startPresenter.tsx')),
  );
  startPresenter(element);
}

if (language === 'en') open(root);
else speakLoaded(language).then(() => open(root));
