import { Slider } from 'radix-ui';
import type { KeyboardEvent, PointerEvent } from 'react';
import { keyStep } from './keyStep.ts';
import type { SliderScale } from './sliderScale.ts';
import { dragBySwipe } from './swipeDrag.ts';

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

/** A slider of any scale; keys move by steps of the value, not of the scale. */
export function ValueSlider({ label, value, text, scale, next, onChange }: ValueSliderProps) {
  function onKeyDown(event: KeyboardEvent): void {
    const step = keyStep(event);
    if (!step) return;
    event.preventDefault();
    onChange(next(value, step.direction, step.isLarge));
  }
  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    const slid = { position: scale.position(value), move: (to: number) => onChange(scale.value(to)) };
    // What is taken up here is kept from Radix, which moves to wherever it is touched.
    if (dragBySwipe(event, slid)) event.preventDefault();
  }
  return (
    <Slider.Root
      className="slider"
      onPointerDown={onPointerDown}
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
