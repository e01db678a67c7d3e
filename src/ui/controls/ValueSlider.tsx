import { Slider } from 'radix-ui';
import type { KeyboardEvent } from 'react';
import type { SliderScale } from './sliderScale.ts';

interface ValueSliderProps {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly scale: SliderScale;
  /** The value one arrow key away; `large` with Shift or Page keys. */
  readonly next: (value: number, direction: 1 | -1, large: boolean) => number;
  readonly onChange: (value: number) => void;
}

const resolution = 2000;

const directions: Readonly<Record<string, 1 | -1>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  PageUp: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageDown: -1,
};

/** A slider of any scale; keys move by steps of the value, not of the scale. */
export function ValueSlider({ label, value, text, scale, next, onChange }: ValueSliderProps) {
  function onKeyDown(event: KeyboardEvent): void {
    const direction = directions[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    onChange(next(value, direction, event.shiftKey || event.key.startsWith('Page')));
  }
  return (
    <Slider.Root
      className="slider"
      min={0}
      max={resolution}
      value={[Math.round(scale.position(value) * resolution)]}
      onValueChange={([position = 0]) => onChange(scale.value(position / resolution))}
    >
      <Slider.Track className="slider-track">
        <Slider.Range className="slider-range" />
      </Slider.Track>
      <Slider.Thumb
        className="slider-thumb"
        aria-label={label}
        aria-valuetext={text}
        onKeyDownCapture={onKeyDown}
      />
    </Slider.Root>
  );
}
