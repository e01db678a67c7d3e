import '@fontsource-variable/source-sans-3';
import '@fontsource-variable/source-serif-4';
import '#ui/tokens.css';
import '#ui/elements.css';
import '#ui/page/page.css';
import { LoadFailure, loadPart } from '#api/loadPart.ts';
import { loadTheoryFor } from '#api/loadTheory.ts';
import { openPage } from '#api/page.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { selectLanguage } from '#experiment/language.ts';
import { beLenient } from '#experiment/lenience/lenience.ts';
import { parseLink } from '#experiment/link/linkCodec.ts';
import { readPinsBy } from '#experiment/pins/pinReader.ts';
import { windowAddress } from '#run/windowAddress.ts';
import { loadWith, speakEnglish, speakLoaded } from '#ui/dictionary/loadDictionary.ts';
import { followLayout } from '#ui/layout/layout.ts';
import { presentedLecture } from '#ui/learn/lecture/presentedLecture.ts';

const page = document.documentElement;
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
speakEnglish();
followLayout(page);

/** Whether the address holds more than a link as the app writes it, so that more is needed to read it. */
const needsLenience = () =>
  /[?%]/.test(location.pathname + location.search) || parseLink(location.hash).notices.length > 0;

/** The API is open before anything is shown; what is shown is loaded once the page knows its language. */
async function start(element: HTMLElement, experiment: Experiment): Promise<void> {
  await loadTheoryFor(experiment);
  const opened = openPage();
  window.gradientWalk = opened.api;
  const { startPage } = await loadPart(() => import('./startPage.tsx'));
  await awaitStyles();
  startPage(element, opened);
}

/** The presenter's window has no engine and no API. */
async function startPresenter(element: HTMLElement, lecture: string): Promise<void> {
  const presenter = await loadPart(() =>
    loadWith('learn', () => loadWith('lessons', () => import('./startPresenter.tsx'))),
  );
  presenter.startPresenter(element, lecture);
}

/** What this browser, or this address, needs beyond what every page loads. */
async function loadNeeded(): Promise<void> {
  if (!('ResizeObserver' in window)) {
    const { PolledResizeObserver } = await loadPart(() => import('#ui/figures/polledResizeObserver.ts'));
    Object.assign(window, { ResizeObserver: PolledResizeObserver });
  }
  if (needsLenience()) {
    const [{ lenient }, { wholePinReader }] = await Promise.all([
      loadPart(() => import('#experiment/lenience/lenient.ts')),
      loadPart(() => import('#experiment/pins/wholePinReader.ts')),
    ]);
    beLenient(lenient);
    readPinsBy(wholePinReader);
  }
}

/** Waits for the style sheets that index.html names: without one the page does not stand, and says that it is lost. */
async function awaitStyles(): Promise<void> {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    while (!link.sheet && !page.dataset.start) await new Promise((settle) => setTimeout(settle));
  }
  if (page.dataset.start) throw new LoadFailure();
}

async function open(element: HTMLElement): Promise<void> {
  await loadNeeded();
  const { experiment } = parseLink(windowAddress().link());
  const language = selectLanguage(experiment.lang, navigator.languages);
  page.lang = language;
  page.dataset.numbers = language;
  if (language !== 'en') await loadPart(() => speakLoaded(language));
  const lecture = presentedLecture(location.search);
  await (lecture === null ? start(element, experiment) : startPresenter(element, lecture));
}

// index.html says why the page does not stand, and stands aside when it does.
if (page.dataset.start === undefined) {
  open(root).catch((error: unknown) => {
    page.dataset.start ??= error instanceof LoadFailure ? 'lost' : 'broken';
    throw error;
  });
}
