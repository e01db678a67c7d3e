/** A file as it came: packed or not. */
export interface DataFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
