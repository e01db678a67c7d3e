import { useCallback, useEffect, useRef, useState } from 'react';
import { lessonPins } from '#run/compare/lessonPins.ts';
import { changeExperiment, openLesson, restart } from '#run/store.ts';
import { useExperiment, usePage } from '#ui/page/PageContext.ts';
import { enterFullScreen, leaveFullScreen } from './fullScreen.ts';
import { type LectureChannel, openLectureChannel } from './lectureChannel.ts';
import { lectureId } from './lectureId.ts';
import { isControl, type LectureAction, lectureAction } from './lectureKeys.ts';
import { type LecturePlace, lectureStep } from './lectureStep.ts';

/** A lecture's state and its hold on it. */
export interface Lecture extends LecturePlace {
  readonly isOn: boolean;
  readonly isBlank: boolean;
  readonly isHelpOpen: boolean;
  act(action: LectureAction): void;
  /** Shows the figure, running afresh. */
  reveal(): void;
  openLesson(lesson: number): void;
  begin(): void;
  closeHelp(): void;
}

/** Steps, keys and full screen of the learn view; keys step only while a lecture is on. */
export function useLecture(): Lecture {
  const { store } = usePage();
  const { lesson } = useExperiment();
  const [shown, setShown] = useState<number | null>(null);
  const [isOn, setOn] = useState(false);
  const [isBlank, setBlank] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const isRevealed = shown === lesson;

  const go = useCallback(
    (to: LecturePlace) => {
      if (to.lesson !== lesson) openLesson(store, to.lesson);
      if (to.isRevealed && !(isRevealed && to.lesson === lesson)) {
        changeExperiment(store, lessonPins(store.getState().experiment));
        restart(store);
      }
      setShown(to.isRevealed ? to.lesson : null);
    },
    [store, lesson, isRevealed],
  );
  const leave = useCallback(() => {
    setOn(false);
    setBlank(false);
    leaveFullScreen();
  }, []);
  const act = useCallback(
    (action: LectureAction) => {
      if (action === 'help') setHelpOpen(true);
      else if (action === 'leave') leave();
      else if (action === 'blank') setBlank((was) => !was);
      else if (isBlank) setBlank(false);
      else go(lectureStep({ lesson, isRevealed }, action));
    },
    [go, leave, isBlank, lesson, isRevealed],
  );

  useLectureKeys(isOn, isHelpOpen, act);
  usePresenterLine({ lesson, isRevealed }, act);
  useFullscreenEnd(leave);

  return {
    lesson,
    isRevealed,
    isOn,
    isBlank,
    isHelpOpen,
    act,
    reveal: () => go({ lesson, isRevealed: true }),
    openLesson: (to) => go({ lesson: to, isRevealed: false }),
    begin() {
      setOn(true);
      // What began the lecture must not keep the keys.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      enterFullScreen();
    },
    closeHelp: () => setHelpOpen(false),
  };
}

function useLectureKeys(isOn: boolean, isHelpOpen: boolean, act: (action: LectureAction) => void): void {
  useEffect(() => {
    if (isHelpOpen) return undefined;
    function onKeyDown(event: KeyboardEvent): void {
      const action = lectureAction(event);
      if (!action || event.defaultPrevented || (!isOn && action !== 'help')) return;
      if (isControl(event.target) && action !== 'leave') return;
      event.preventDefault();
      act(action);
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [isOn, isHelpOpen, act]);
}

/** Tells the presenter's window where the lecture stands, and does what its keys ask. */
function usePresenterLine({ lesson, isRevealed }: LecturePlace, act: (action: LectureAction) => void): void {
  const latest = useRef({ place: { lesson, isRevealed }, act });
  const line = useRef<LectureChannel | null>(null);
  useEffect(() => {
    latest.current = { place: { lesson, isRevealed }, act };
    line.current?.post({ kind: 'place', place: { lesson, isRevealed } });
  }, [lesson, isRevealed, act]);
  useEffect(() => {
    const opened = openLectureChannel(lectureId(), (message) => {
      if (message.kind === 'action') latest.current.act(message.action);
      if (message.kind === 'hello') opened.post({ kind: 'place', place: latest.current.place });
    });
    line.current = opened;
    opened.post({ kind: 'place', place: latest.current.place });
    return () => opened.close();
  }, []);
}

/** Whoever leaves full screen leaves the lecture. */
function useFullscreenEnd(leave: () => void): void {
  useEffect(() => {
    function onChange(): void {
      if (!document.fullscreenElement) leave();
    }
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, [leave]);
}
