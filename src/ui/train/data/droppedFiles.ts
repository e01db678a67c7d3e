/** The files of a folder, those of folders in it left out. */
function filesIn(folder: FileSystemDirectoryEntry): Promise<readonly File[]> {
  const reader = folder.createReader();
  const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
  return new Promise((resolve) => {
    reader.readEntries(
      (entries) => {
        const files = entries
          .filter(isFile)
          .map((entry) => new Promise<File | null>((done) => entry.file(done, () => done(null))));
        Promise.all(files).then((all) => resolve(all.filter((file) => file !== null)));
      },
      () => resolve([]),
    );
  });
}

/** The files that were dropped. Of a folder its files are meant, unless files were dropped beside it. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<readonly File[]> {
  // What is dropped must be asked for before the event is over.
  const all = Array.from(files);
  const entries = Array.from(items, (item) => item.webkitGetAsEntry());
  const isFolder = (entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry =>
    entry?.isDirectory ?? false;
  const plain = all.filter((_, i) => !isFolder(entries[i] ?? null));
  if (plain.length > 0) return plain;
  return (await Promise.all(entries.filter(isFolder).map(filesIn))).flat();
}
