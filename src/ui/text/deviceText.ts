import { pageWords } from './words.ts';

const isNameless = (device: string): device is keyof typeof pageWords.badge.devices =>
  Object.hasOwn(pageWords.badge.devices, device);

/** A device's own name, or the page's word for one that has none. */
export function deviceText(device: string): string {
  return isNameless(device) ? pageWords.badge.devices[device] : device;
}
