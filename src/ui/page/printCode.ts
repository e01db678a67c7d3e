import { qrCode } from '#ui/share/qrCode.ts';

/** Puts the QR code of the printed link beside it, black on white; a link too long for any stands alone. */
export function showPrintCode(): void {
  const place = document.querySelector<HTMLElement>('.print-link');
  if (!place) return;
  const code = qrCode(place.textContent ?? '');
  place.style.setProperty(
    '--print-code',
    code ? `url("data:image/svg+xml,${encodeURIComponent(pictureOf(code))}")` : 'none',
  );
}

const pictureOf = ({ size, path }: { readonly size: number; readonly path: string }) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="M0,0h${size}v${size}h-${size}z" fill="#fff"/><path d="${path}"/></svg>`;
