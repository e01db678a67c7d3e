import { finiteWidth } from '#theory/finiteWidth/finiteWidth.ts';
import { provideLateTheory } from '#theory/lateTheory.ts';

provideLateTheory(finiteWidth);
