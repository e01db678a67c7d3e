import { type Dictionary, dictionary } from '#experiment/dictionary/dictionary.ts';

const isNameless = (device: string): device is keyof Dictionary['page']['badge']['devices'] =>
  Object.hasOwn(dictionary('page').badge.devices, device);

/** A device's own name, or the page's word for one that has none. */
export function deviceText(device: string): string {
  return isNameless(device) ? dictionary('page').badge.devices[device] : device;
}
