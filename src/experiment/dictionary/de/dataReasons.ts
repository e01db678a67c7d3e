import { readIdentity } from '#engine/data/ownIdentity.ts';
import type { DataReason } from '#engine/worker/reason.ts';
import { inBrackets, megabytes, type ReasonTexts } from '#experiment/dictionary/en/reasons.ts';
import { hexText, shortCell } from '#experiment/dictionary/quotedParts.ts';
import { number, plural } from './numbers.ts';

/** The types of IDX files that hold no bytes without a sign, by their numbers. */
const idxTypes: Readonly<Record<number, string>> = {
  9: 'Bytes mit Vorzeichen',
  11: 'kurze ganze Zahlen',
  12: 'ganze Zahlen aus 4 Bytes',
  13: 'Floats',
  14: 'Doubles',
};

const limited = { rows: 'Zeilen', inputs: 'Eingaben', classes: 'Klassen', numbers: 'Zahlen' };

/** What was wrong with data, in German. */
export const dataReasons: ReasonTexts<DataReason> = {
  notHere: () => 'MNIST ist noch nicht hier: die vier Dateien auf der Seite ablegen, oder sie holen lassen.',
  missing: ({ file, given }) =>
    `${file} fehlt: MNIST hat vier Dateien, ${
      given.length === 0 ? 'und es kam keine' : `und es kam nur ${given.join(', ')}`
    }.`,
  unreadable: ({ file, detail }) => `${file} lässt sich nicht lesen${inBrackets(detail)}: bitte neu wählen.`,
  damaged: ({ file }) =>
    `${file} ist gepackt, lässt sich aber nicht entpacken: die Datei ist beschädigt oder abgeschnitten.`,
  tooBig: ({ file, allowedBytes }) =>
    `${file} enthält mehr als ${megabytes(allowedBytes)}, so oder ausgepackt: so viel wird nicht gelesen.`,
  wrongSum: ({ file, host }) =>
    `${file}, wie ${host} sie liefert, ist nicht die veröffentlichte Datei: die Prüfsumme ist eine andere.`,
  notIdx: ({ file, first }) =>
    `${file} ist keine IDX-Datei aus Bytes: sie beginnt mit ${hexText(first)}, nicht mit 00 00 08.`,
  headCutOff: ({ file, bytes }) => `${file} ist schon im Kopf abgeschnitten: die Datei hat ${bytes} Bytes.`,
  truncated: ({ file, dimensions, expected, bytes }) =>
    `${file} sollte ${expected} Bytes enthalten (${dimensions.join(' x ')}) und enthält ${bytes}: die Datei ist abgeschnitten.`,
  tooLong: ({ file, dimensions, expected, bytes }) =>
    `${file} sollte ${expected} Bytes enthalten (${dimensions.join(' x ')}) und enthält ${bytes}: die Datei ist zu lang.`,
  notPictures: ({ file, dimensions }) =>
    `${file} enthält ${dimensions.join(' x ')}; Bilder müssen 28 x 28 groß sein.`,
  wrongLabel: ({ file, label }) => `${file} enthält das Label ${label}; Labels gehen von 0 bis 9.`,
  unmatched: ({ images, pictures, labels, count }) =>
    `${images} hat ${pictures} Bilder, aber ${labels} hat ${count} Labels.`,
  empty: ({ file }) => `${file} ist leer.`,
  notServed: ({ address }) => `Unter ${address} liegt kein MNIST.`,
  notFetched: ({ mirrors }) =>
    `MNIST ließ sich nicht holen: ${mirrors
      .map(({ host, detail }) =>
        detail === null
          ? `${host} hat diese Dateien nicht`
          : `${host} war nicht zu erreichen${inBrackets(detail)}`,
      )
      .join('; ')}.`,
  otherNetwork: ({ inputs, outputs, neededInputs, neededOutputs }) =>
    `Das Netz der Datei hat ${inputs} Eingänge und ${outputs} Ausgänge, die Daten hier brauchen ${neededInputs} und ${neededOutputs}: bitte die Daten geben, mit denen es trainiert wurde, und es noch einmal öffnen.`,
  webPage: ({ file }) =>
    `${file} ist eine Webseite und keine Daten: statt der Datei kam eine Seite. Bitte die Adresse im Browser öffnen und die Datei selbst sichern.`,
  notText: ({ file }) => `${file} ist keine Tabelle aus Text: sie enthält Zeichen, die keine Tabelle hat.`,
  notNpy: ({ file }) => `${file} ist keine Datei von NumPy: sie beginnt nicht so.`,
  unknownKind: ({ file }) =>
    `${file} ist von keiner Art, die gelesen wird: IDX, CSV mit Kopfzeile, NPY oder NPZ, mit gzip gepackt oder nicht.`,
  twice: ({ files }) =>
    `${files.join(' und ')} sind zwei verschiedene Dateien für denselben Teil: bitte nur die geben, die gemeint ist.`,
  idxType: ({ file, type }) =>
    `${file} enthält ${idxTypes[type] ?? 'andere Zahlen'}; von IDX-Dateien werden nur die aus Bytes gelesen. Als NPY sichern: numpy.save("x.npy", x).`,
  noHead: ({ file, first }) =>
    `${file} hat keine Kopfzeile: die erste Zeile beginnt mit ${shortCell(first)}. Bitte eine Zeile mit den Namen der Spalten darüber setzen.`,
  sameColumn: ({ file, column }) =>
    `${file} hat zwei Spalten namens ${shortCell(column)}: bitte eine umbenennen.`,
  ragged: ({ file, row, found, expected }) =>
    `Zeile ${row} von ${file} hat ${found} ${plural(found, 'Zelle', 'Zellen')}, der Kopf nennt ${expected} Spalten: die Datei ist dort abgeschnitten, oder ein Trennzeichen steht in einer Zelle.`,
  openQuote: ({ file, row }) =>
    `In ${file} wird nach Zeile ${row} ein Anführungszeichen nicht geschlossen: die Datei ist dort abgeschnitten.`,
  notNumber: ({ file, column, row, cell }) =>
    cell === ''
      ? `In ${file} ist die Spalte ${shortCell(column)} in Zeile ${row} leer: ein Netz braucht dort eine Zahl. Bitte ergänzen oder die Zeile weglassen.`
      : `In ${file} enthält die Spalte ${shortCell(column)} in Zeile ${row} ${shortCell(cell)}: ein Netz braucht dort eine Zahl. Nur die Klasse darf ein Wort sein.`,
  noInputs: ({ given }) =>
    `In ${given.join(', ')} ist nichts, woraus zu lernen wäre: außer der Klasse braucht es Zahlen.`,
  noLabels: ({ given }) =>
    `Zu ${given.join(', ')} fehlen die Klassen: bitte auch die Datei mit einer Zahl für jedes Beispiel geben.`,
  npyType: ({ file, type }) =>
    /U|S/.test(type)
      ? `${file} enthält Texte (${type}), wo Zahlen gebraucht werden. Die Klassen nummerieren: numpy.unique(y, return_inverse=True)[1].`
      : `${file} enthält ${shortCell(type)}, das sind keine einfachen Zahlen: als float32 sichern, x.astype("float32").`,
  labelShape: ({ file, dimensions }) =>
    `${file} ist ${dimensions.join(' x ')} groß; Klassen sind eine ganze Zahl für jedes Beispiel: y.argmax(1) macht sie aus One-hot-Zeilen.`,
  notFinite: ({ file, row }) =>
    `${file} enthält in Beispiel ${row} eine Zahl, die nicht endlich ist (NaN oder Infinity).`,
  notWhole: ({ file, row, value }) =>
    `${file} sollte Klassen enthalten, aber Beispiel ${row} hat ${number(value)}: Klassen sind ganze Zahlen.`,
  unlike: ({ train, heldOut }) =>
    `${train} und ${heldOut} passen nicht zusammen: was zurückgehalten wird, braucht dieselben Eingaben und Klassen wie das Gelernte.`,
  mixed: ({ files }) => `${files.join(', ')}: bitte entweder Tabellen geben oder Dateien mit Arrays.`,
  tooMany: ({ what, found, most }) => `Das sind ${found} ${limited[what]}; höchstens ${most} werden gelesen.`,
  fewSamples: ({ name }) =>
    `${name} hat zu wenige Beispiele: es braucht welche zum Lernen und welche zum Zurückhalten.`,
  oneClass: ({ name }) =>
    `Alle Beispiele von ${name} haben dieselbe Klasse: es gibt nichts zu unterscheiden.`,
  ownNotHere: ({ own }) => {
    const set = readIdentity(own);
    return set
      ? `Die Daten „${set.name}“ sind nicht in diesem Browser: ${set.trainCount} Beispiele zum Lernen und ${set.heldOutCount} zurückgehalten, ${set.inputs} Eingaben, ${set.classes} Klassen, Prüfsumme ${set.checksum}. Bitte ihre Dateien hier ablegen.`
      : 'Hier sind noch keine eigenen Daten.';
  },
  draftGone: () =>
    'Was gelesen war, ist fort: die Rechenmaschine wurde neu gestartet. Bitte die Dateien noch einmal geben.',
};
