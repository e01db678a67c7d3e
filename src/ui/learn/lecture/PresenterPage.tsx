import { dictionary } from '#experiment/dictionary/dictionary.ts';
import '#ui/learn/learn.css';
import './lecture.css';
import { useEffect, useRef, useState } from 'react';
import { lessonNames } from '#experiment/lessons/lessonNames.ts';
import { lessonTexts } from '#ui/learn/lessonTexts.ts';
import { type LectureChannel, openLectureChannel } from './lectureChannel.ts';
import { lectureAction } from './lectureKeys.ts';
import type { LecturePlace } from './lectureStep.ts';

const words = () => dictionary('learn').presenter;

/** Minutes and seconds since the window was opened. */
function useElapsed(): string {
  const [startMs] = useState(() => performance.now());
  const [nowMs, setNowMs] = useState(startMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.floor((nowMs - startMs) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Follows the lecture's window and hands it this window's keys; null until it has answered. */
function usePlace(lecture: string): LecturePlace | null {
  const [place, setPlace] = useState<LecturePlace | null>(null);
  const line = useRef<LectureChannel | null>(null);
  useEffect(() => {
    const opened = openLectureChannel(lecture, (message) => {
      if (message.kind === 'place') setPlace(message.place);
    });
    line.current = opened;
    opened.post({ kind: 'hello' });
    function onKeyDown(event: KeyboardEvent): void {
      const action = lectureAction(event);
      if (!action || action === 'help') return;
      event.preventDefault();
      opened.post({ kind: 'action', action });
    }
    addEventListener('keydown', onKeyDown);
    return () => {
      removeEventListener('keydown', onKeyDown);
      opened.close();
    };
  }, [lecture]);
  return place;
}

/** The presenter's window: what to say, what comes next, and the time. Only its own screen shows it. */
export function PresenterPage({ lecture }: { lecture: string }) {
  const place = usePlace(lecture);
  const elapsed = useElapsed();
  if (!place) {
    return (
      <main className="presenter">
        <p>{words().alone}</p>
      </main>
    );
  }
  const texts = lessonTexts(place.lesson, dictionary('lessons'));
  const next = lessonNames[place.lesson];
  return (
    <main className="presenter">
      <header>
        <span>{dictionary('learn').of(place.lesson, lessonNames.length)}</span>
        <span>{place.isRevealed ? words().revealed : words().hidden}</span>
        <span>
          {words().elapsed} {elapsed}
        </span>
      </header>
      <h1>{texts.title}</h1>
      <h2>{words().say}</h2>
      <p className="presenter-notes">{texts.notes}</p>
      <p>{place.isRevealed ? texts.reveal : texts.question}</p>
      <h2>{words().upNext}</h2>
      <p>{next ? dictionary('lessons')[next].title : words().end}</p>
    </main>
  );
}
