import type { CheckedNumber } from '#engine/worker/reason.ts';
import {
  hexText,
  inBrackets,
  megabytes,
  type ReasonTexts,
  shortNumber,
} from '#experiment/dictionary/en/reasons.ts';

/** What was checked, in German. */
const checkedDe: Readonly<Record<CheckedNumber, (step: number) => string>> = {
  walk: (step) => `das Wachstum von ln Z in Schritt ${step} eines Laufs`,
  mean: (step) => `der Mittelwert von ln Z nach ${step} Schichten`,
  variance: (step) => `die Varianz von ln Z nach ${step} Schichten`,
  dead: () => 'der Anteil der gestorbenen Läufe',
  loss: (step) => `der Verlust nach ${step} Schritten`,
  accuracy: (step) => `der Anteil richtiger Antworten auf ein Beispiel nach ${step} Schritten`,
  weights: (step) => `die Größe der Gewichte der ersten Schicht nach ${step} Schritten`,
};

/** What the engine and the import of data could not do, in German. */
export const reasons: ReasonTexts = {
  notHere: () => 'MNIST ist noch nicht hier: die vier Dateien auf der Seite ablegen, oder sie holen lassen.',
  missing: ({ file, given }) =>
    `${file} fehlt: MNIST hat vier Dateien, ${
      given.length === 0 ? 'und es kam keine' : `und es kam nur ${given.join(', ')}`
    }.`,
  unreadable: ({ file, detail }) => `${file} lässt sich nicht lesen${inBrackets(detail)}: bitte neu wählen.`,
  damaged: ({ file }) =>
    `${file} ist gepackt, lässt sich aber nicht entpacken: die Datei ist beschädigt oder abgeschnitten.`,
  tooBig: ({ file, allowedBytes }) =>
    `${file} enthält mehr als ${megabytes(allowedBytes)}, so oder ausgepackt: keine Datei von MNIST tut das.`,
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
  wrongNumbers: ({ what, step, measured, expected, allowed }) =>
    `Dieses Gerät rechnet falsch: ${checkedDe[what](step)} kam als ${shortNumber(measured)} heraus und muss ${shortNumber(expected)} sein, auf ${shortNumber(allowed)} genau. Dem Lauf ist nicht zu trauen. Mit backend=cpu macht ihn stattdessen der Prozessor.`,
  noBuffer: ({ neededBytes, allowedBytes }) =>
    `Das braucht ein Array von ${megabytes(neededBytes)}, und die Grafikkarte erlaubt ${megabytes(allowedBytes)}.`,
  noMemory: ({ detail }) =>
    `Die Grafikkarte hat dafür keinen Speicher mehr${inBrackets(detail)}. Vielleicht belegen ihn andere Tabs; weniger oder kleinere Schichten brauchen weniger.`,
  deviceError: ({ detail }) => `Die Grafikkarte lehnte die Arbeit ab${inBrackets(detail)}.`,
  notANumber: ({ step }) =>
    `Das Gerät antwortete bei Schritt ${step} eines Laufs mit NaN, deshalb laufen dort keine weiteren. Mit backend=cpu macht sie stattdessen der Prozessor.`,
  tooLarge: ({ neededBytes, allowedBytes, depth }) =>
    `Dieses Netz braucht ein Array von ${megabytes(neededBytes)}, und dieses Gerät erlaubt ${megabytes(allowedBytes)}: es wird nichts trainiert. Bei dieser Breite würde Tiefe ${depth} passen.`,
  stopped: ({ detail, isReplaced }) =>
    `Die Rechenmaschine blieb stehen${inBrackets(detail)}. ${
      isReplaced
        ? 'An ihrer Stelle wurde eine neue gestartet: Neustart wiederholt das Experiment.'
        : 'Das geschah mehrmals, sie wird nicht mehr gestartet: bitte die Seite neu laden.'
    }`,
  noBackend: ({ backend }) =>
    `TensorFlow.js konnte sein Backend ${backend} nicht starten, und es blieb kein anderes, das stattdessen rechnen könnte.`,
  unforeseen: ({ detail }) => `ein Fehler, den niemand vorhersah. In seinen eigenen Worten: „${detail}“`,
};
