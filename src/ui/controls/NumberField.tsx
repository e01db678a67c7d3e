import type { Codec } from '#experiment/codecs/codec.ts';
import { useDraft } from './useDraft.ts';

interface NumberFieldProps<T> {
  readonly label: string;
  readonly text: string;
  readonly codec: Codec<T>;
  readonly onChange: (value: T) => void;
}

/** A value to be typed; what cannot be taken, or was read as another kind of number, is said below. */
export function NumberField<T>({ label, text, codec, onChange }: NumberFieldProps<T>) {
  const { field, remark } = useDraft({ text, codec, onChange });
  return (
    <>
      <input className="number" aria-label={label} inputMode="decimal" {...field} />
      {remark !== '' && (
        <p className="complaint" role="status">
          {remark}
        </p>
      )}
    </>
  );
}
