import { useEffect, useRef, useState } from 'react';

/** Sound of 16-bit samples, `rate` a second. */
interface Sound {
  readonly sound: Int16Array;
  readonly rate: number;
}

/** An utterance that is being played. */
interface Playing {
  /** Share that is over, 0..1. */
  share(): number;
  stop(): void;
}

/** Plays an utterance; `onEnd` hears of its end, whatever end it is. */
function play({ sound, rate }: Sound, onEnd: () => void): Playing {
  const context = new AudioContext();
  const buffer = context.createBuffer(1, sound.length, rate);
  buffer.copyToChannel(
    Float32Array.from(sound, (value) => value / 32_768),
    0,
  );
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(context.destination);
  const startedAt = context.currentTime;
  source.addEventListener('ended', () => {
    context.close().catch(() => undefined);
    onEnd();
  });
  source.start();
  return {
    share: () => Math.min(1, (context.currentTime - startedAt) / buffer.duration),
    stop: () => source.stop(),
  };
}

/** An utterance that can be heard, when asked. Playing ends with the component. */
export function useSpeech() {
  const playing = useRef<Playing | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => () => playing.current?.stop(), []);
  return {
    isPlaying,
    /** Share that is over; null while nothing is played. */
    played: () => playing.current?.share() ?? null,
    toggle(heard: Sound): void {
      if (playing.current) {
        playing.current.stop();
        return;
      }
      playing.current = play(heard, () => {
        playing.current = null;
        setPlaying(false);
      });
      setPlaying(true);
    },
  };
}
