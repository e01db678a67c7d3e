import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import { ErrorBoundary } from 'react-error-boundary';
import { loadPart } from '#api/loadPart.ts';
import { PartFailure, type PartName } from './PartFailure.tsx';

/** What a part of the page needs besides its own properties. */
interface PartPlace {
  /** Stands there until the part has come. */
  readonly waiting: ReactNode;
  /**
   * For what opens over the page: closes it. What went wrong is then said in a band over the page, beside `waiting`;
   * else it is said in the part's own place.
   */
  readonly giveUp?: () => void;
  /** What stands around the words about a failure. */
  readonly frame?: (failure: ReactNode) => ReactNode;
}

/**
 * A component that is loaded when it is first shown. If it does not come, or breaks, that is said in its place with a
 * button that tries again, and the rest of the page goes on.
 */
export function lazyPart<P extends object>(
  name: PartName,
  load: () => Promise<ComponentType<P>>,
): ComponentType<P & PartPlace> {
  const attempt = () => lazy<ComponentType<P>>(async () => ({ default: await loadPart(load) }));
  // As with `lazy` itself: one attempt for all places where the part is shown.
  let Part = attempt();
  return function LazyPart(props: P & PartPlace) {
    const { waiting, giveUp, frame } = props;
    const [tries, setTries] = useState(0);
    /** A failure is not kept: whoever shows the part next, here or elsewhere, asks for it again. */
    function forgetFailure(): void {
      Part = attempt();
    }
    return (
      <ErrorBoundary
        onError={forgetFailure}
        onReset={() => setTries(tries + 1)}
        fallbackRender={({ error, resetErrorBoundary }) => {
          const failure = (
            <PartFailure
              name={name}
              error={error}
              tries={tries}
              onAgain={resetErrorBoundary}
              onClose={giveUp}
            />
          );
          if (frame) return frame(failure);
          if (!giveUp) return failure;
          return (
            <>
              {waiting}
              {createPortal(failure, document.body)}
            </>
          );
        }}
      >
        <Suspense fallback={waiting}>
          <Part {...props} />
        </Suspense>
      </ErrorBoundary>
    );
  };
}
