import { createContext, type RefObject } from 'react';
import type { View } from '#experiment/experiment.ts';

/** The view whose header was shown last; every view has a header of its own. */
export const ShownViewContext = createContext<RefObject<View | null> | null>(null);
