import { Header } from '#ui/Header.tsx';
import { Notices } from '#ui/run/Notices.tsx';

/** The learn view. */
export function LearnPage({ isCompact }: { isCompact: boolean }) {
  return (
    <div className={isCompact ? 'page is-compact' : 'page'}>
      <Header isCompact={isCompact} />
      <main className="main">
        <Notices />
      </main>
    </div>
  );
}
