import type { CheckedNumber, RunReason } from '#engine/worker/reason.ts';
import { inBrackets, megabytes, type ReasonTexts } from '#experiment/dictionary/en/reasons.ts';
import { number } from './numbers.ts';

/** A number as a sentence needs it. */
const short = (value: number) => number(Number(value.toPrecision(4)));

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

/** What the engine could not do, in German. */
export const reasons: ReasonTexts<RunReason> = {
  wrongNumbers: ({ what, step, measured, expected, allowed }) =>
    `Dieses Gerät rechnet falsch: ${checkedDe[what](step)} kam als ${short(measured)} heraus und muss ${short(expected)} sein, auf ${short(allowed)} genau. Dem Lauf ist nicht zu trauen. Mit backend=cpu macht ihn stattdessen der Prozessor.`,
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
