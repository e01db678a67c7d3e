import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { PartFailure } from './PartFailure.tsx';

/** Around all that is shown: what breaks outside of every part leaves a sentence and a way on, not a white page. */
export function RootBoundary({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary
      fallbackRender={({ error, resetErrorBoundary }) => (
        <main className="root-failure">
          <PartFailure name="page" error={error} tries={0} onAgain={resetErrorBoundary} />
        </main>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
