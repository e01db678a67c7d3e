/** What stands in a card of a chat or a social network, beside what index.html says already. */
const title = 'Gradient Walk';
export const picture = { name: 'preview.png', width: 1200, height: 630 };
const alt =
  'Hundreds of gradients as lines that wander apart through the layers of a network, beside the exact theory.';

const meta = (property, content) => `<meta property="${property}" content="${content}" />`;

/**
 * The page with its preview. `address` is where it will be found, `https://host/walk/`; without it there is no picture, as a
 * card needs the picture's whole address. Throws for an address that is none, or whose last part would be lost.
 */
export function withPreview(html, address) {
  const description = /<meta\s+name="description"\s+content="([^"]*)"/.exec(html)?.[1];
  if (description === undefined) throw new Error('index.html has no description for its preview.');
  if (address !== undefined && !/^https?:\/\/[^?#"\s]+\/$/.test(address)) {
    throw new Error(`${address} is no address of a folder: it begins with https:// and ends with a slash.`);
  }
  const lines = [
    meta('og:type', 'website'),
    meta('og:title', title),
    meta('og:description', description),
    ...(address === undefined
      ? []
      : [
          meta('og:url', address),
          meta('og:image', `${address}${picture.name}`),
          meta('og:image:width', picture.width),
          meta('og:image:height', picture.height),
          meta('og:image:alt', alt),
          '<meta name="twitter:card" content="summary_large_image" />',
        ]),
    '<link rel="apple-touch-icon" href="./icon-192.png" />',
  ];
  return html.replace('</title>', `</title>\n    ${lines.join('\n    ')}`);
}

/** A plugin that writes the preview into the built folder. */
export function socialPreview(address) {
  return {
    name: 'social-preview',
    apply: 'build',
    transformIndexHtml: { order: 'pre', handler: (html) => withPreview(html, address) },
  };
}
