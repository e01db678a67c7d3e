import { lazy, Suspense } from 'react';
import type { WalkMenuProps } from './WalkMenu.tsx';

const WalkMenu = lazy(() => import('./WalkMenu.tsx').then((file) => ({ default: file.WalkMenu })));

/** The menu of a figure of the walk, loaded behind the first paint. Put it last in its `<figure>`. */
export function SaveWalk(props: WalkMenuProps) {
  return (
    <Suspense fallback={null}>
      <WalkMenu {...props} />
    </Suspense>
  );
}
