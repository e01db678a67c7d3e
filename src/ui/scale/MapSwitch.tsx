import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { MapQuantityName } from '#ui/scale/panels/spreadPanels.ts';

const words = () => dictionary('scale').figures.map;

const names: readonly MapQuantityName[] = ['variance', 'within'];

interface MapSwitchProps {
  readonly quantity: MapQuantityName;
  readonly onChange: (quantity: MapQuantityName) => void;
}

/** What the map shows. */
export function MapSwitch({ quantity, onChange }: MapSwitchProps) {
  return (
    <fieldset className="map-switch">
      <legend className="visually-hidden">{words().switchLabel}</legend>
      {names.map((name) => (
        <label key={name}>
          <input
            type="radio"
            name="map-quantity"
            checked={quantity === name}
            onChange={() => onChange(name)}
          />
          {words().switches[name]}
        </label>
      ))}
      <span className="map-key">{words().key}</span>
    </fieldset>
  );
}
