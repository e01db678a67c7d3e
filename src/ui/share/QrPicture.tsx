import { Dialog } from 'radix-ui';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { qrCode } from './qrCode.ts';

const words = () => dictionary('share').qr;

/** Always black on white: readers do not know themes. */
function QrSquares({ link }: { link: string }) {
  const code = qrCode(link);
  if (!code) return null;
  return (
    <svg
      className="qr"
      role="img"
      aria-label={words().label(link)}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}

/** The QR code of a link; a click shows it as large as the screen. */
export function QrPicture({ link }: { link: string }) {
  return (
    <Dialog.Root>
      <Dialog.Trigger className="qr-small" aria-label={words().show} title={words().show}>
        <QrSquares link={link} />
        <span>{words().show}</span>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Content className="qr-screen" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">{words().label(link)}</Dialog.Title>
          <Dialog.Close className="qr-close" aria-label={words().close}>
            <QrSquares link={link} />
          </Dialog.Close>
          <p>{link}</p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
