/** An utterance that can be heard and seen, a sample of the data set for each of its frames. */
export interface HeardUtterance {
  /** 16-bit samples, `rate` a second. */
  readonly sound: Int16Array<ArrayBuffer>;
  readonly rate: number;
  readonly frames: number;
  /** Samples of a frame, and from the beginning of one to that of the next. */
  readonly frameSamples: number;
  readonly hopSamples: number;
  /** Levels of the spectrum, 0..255, [columns, lines]: columns over the whole sound, lines from 0 to rate/2. */
  readonly spectrogram: Uint8Array<ArrayBuffer>;
  readonly columns: number;
  readonly lines: number;
}
