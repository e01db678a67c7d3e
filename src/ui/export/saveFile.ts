/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The browser has taken the address by the next task; a minute is safe for slow ones.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
