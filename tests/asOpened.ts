import { speak } from '#experiment/dictionary/dictionary.ts';
import { experiment } from '#experiment/dictionary/en/experiment.ts';
import { beLenient } from '#experiment/lenience/lenience.ts';
import { readPinsBy } from '#experiment/pins/pinReader.ts';

// Files share their modules: each begins with what a page begins with, whatever another has loaded.
speak('en', { experiment });
beLenient(null);
readPinsBy(null);
