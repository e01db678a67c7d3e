/** The part of an address that asks for the presenter's window; what stands behind `#` is the page's. */
export const presenterSearch = '?presenter';

/** Opens the presenter's window, or brings it to the front. */
export function openPresenter(): void {
  const address = new URL(location.href);
  address.search = presenterSearch;
  open(address, 'gradient-walk-presenter', 'width=900,height=640');
}
