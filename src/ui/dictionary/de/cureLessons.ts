import { factorText, numberText } from '#plots/numberText.ts';
import { writtenNumber } from '#plots/writtenNumber.ts';
import { cureLessons as english } from '#ui/dictionary/en/cureLessons.ts';
import type { CureLessonsDictionary } from '#ui/dictionary/lessonsDictionary.ts';

/** The lessons on recurrent, residual and normalised networks in German. */
export const cureLessons: CureLessonsDictionary = {
  sameMatrix: {
    ...english.sameMatrix,
    title: 'Eine Matrix, wieder und wieder',
    text: ({ depth, width, newSpread }) => [
      `Ein rekurrentes Netz begegnet in jedem Schritt derselben Matrix. Hier hat jedes Netz eine eigene und benutzt sie ${depth}-mal: ${width} lineare Einheiten, Gain 1.`,
      `Neue Matrizen höben einander zum Teil auf: ln Z wiche in ${depth} Schichten um ${numberText(newSpread, 2)} ab.`,
    ],
    question: () =>
      'Mit nur einer Matrix wird nach der ersten Schicht nichts mehr neu gezogen. Wie sehen die Läufe aus?',
    choices: ({ newSpread }) => [
      `wie zuvor: Irrläufe, ±${numberText(newSpread, 2)}`,
      'eben: eine Matrix ist ein Wurf',
      'gerade Linien, jede mit eigener Steigung',
    ],
    reveal: ({ alike, ownSpread, newSpread, ownFactor, depth }) =>
      `Etwa ${alike} Schichten lang ist nichts anders. Dann setzt sich eine Richtung durch, und jede Schicht streckt sie gleich, um den größten Eigenwert ihres Netzes. So wächst die Streuung mit der Tiefe, nicht mit deren Wurzel: ±${writtenNumber(ownSpread)} nach ${depth} Schichten statt ±${numberText(newSpread, 2)}, in der Länge ein Faktor von etwa ${ownFactor}. Kein Gain passt für alle.`,
    experiment:
      'In Lauf öffnen: dort liegen neue Matrizen darunter. Dann orthogonale Gewichte wählen: jeder Eigenwert hat den Betrag 1, alle Läufe sind eben.',
    notes: ({ newLogSpread }) =>
      `Der Gegensatz, mit dem Sussillo und Abbott beginnen: ein vorwärtsgerichtetes Netz hat in jeder Schicht neues Glück, hier insgesamt einen Faktor ${factorText(newLogSpread)}; ein rekurrentes wiederholt sein Glück. Die zweite Abbildung hat logarithmische Achsen: die Varianz steigt mit dem Quadrat der Tiefe, doppelt so steil wie die Linie neuer Matrizen. Das Heilmittel heißt orthogonal: alle Eigenwerte auf dem Einheitskreis. Mit ReLU wechseln die Masken von Schicht zu Schicht, und die Linien sind nicht ganz gerade, aber die Varianz wächst ebenso schnell.`,
  },
  wayRound: {
    ...english.wayRound,
    title: 'Ein Weg außen herum',
    text: ({ depth, width, gain, plainLogFactor, residual }) => [
      `${depth} lineare Schichten von ${width} bei Gain ${writtenNumber(gain)}: jede halbiert die quadrierte Länge, wie es die von Lektion 3 taten, und der Gradient würde auf ${factorText(plainLogFactor)} schrumpfen.`,
      `Eines ist neu: was eine Schicht macht, ersetzt nicht, was sie bekam, sondern wird dazu addiert, mal ${writtenNumber(residual)}.`,
    ],
    question: () => 'Die Gewichte sind so klein wie je. Was wird aus dem Gradienten?',
    choices: () => ['er verschwindet, nur später', 'er behält fast seine Länge', 'er explodiert'],
    reveal: ({ depth, logFactor, fullLogFactor, deepDepth, deepLogFactor }) =>
      `Er hat einen Weg um jede Schicht herum, auf dem nichts verloren geht; Zweige können nur hinzufügen. In ${depth} Schichten wächst seine Länge ${factorText(logFactor)}-fach. Mit Zweigen vom Gewicht 1 wäre es ${factorText(fullLogFactor)}-fach. Eins durch die Wurzel der Tiefe, wie hier, hält das Wachstum in jeder Tiefe: ${factorText(deepLogFactor)}-fach in ${deepDepth} Schichten.`,
    experiment: 'In Lauf öffnen und Residual bis 1 ziehen.',
    notes: ({ fullLogFactor }) =>
      `Den Pfeil um die Schicht herum zeichnen. Eine einfache Schicht multipliziert, und ein Produkt kann zu nichts werden; ein Zweig macht 1 + etwas, das kann es nicht. Gegen das Verschwinden braucht es also keinen Gain. Aber 1 + etwas explodiert, wenn das Etwas nicht klein ist, ${factorText(fullLogFactor)}-fach beim Gewicht 1: das Quadrat von eins durch die Wurzel der Tiefe, über die Tiefe summiert, ist eins. Warum nicht ReLUs? Sie haben ein Mittel, das die Zweige in einer Richtung summieren und das dem Rest davonwächst: Residualverbindungen allein machen nicht jede Tiefe sicher. Eine Norm hält es auf, Lektion 14.`,
  },
  normalised: {
    ...english.normalised,
    title: 'Normieren hilft, oder schadet',
    text: ({ depth, width }) => [
      `Das andere Heilmittel: vor jeder Matrix werden die Aktivierungen auf eine Größe gebracht. Die Schichtnorm (Layer Norm) zieht ihr Mittel ab und teilt durch ihre Standardabweichung. Wieder ${depth} ReLU-Schichten von ${width} bei Gain 1, ohne Zweige.`,
      'Nun kann keine Aktivierung verschwinden oder explodieren.',
    ],
    question: () => 'Und der Gradient?',
    choices: ({ perLayer }) => [
      'auch er behält seine Länge',
      'er verschwindet wie zuvor',
      `er explodiert, ${numberText(perLayer)}-fach je Schicht`,
    ],
    reveal: ({ perLayer, depth, logFactor }) =>
      `Seine Länge wächst ${numberText(perLayer)}-fach je Schicht, ${factorText(logFactor)}-fach in ${depth}, bei jedem Gain. ReLUs haben ein Mittel; die Schichtnorm zieht es ab und teilt durch das wenige, das bleibt, und der Rückweg teilt mit. Die RMS-Norm zieht nichts ab: dort behält der Gradient seine Länge, wieder bei jedem Gain. Was ein Gain malnimmt, teilt eine Norm heraus.`,
    experiment: 'Den Gain ziehen: nur der letzte Schritt kennt ihn. Dann in Lauf öffnen und RMS wählen.',
    notes: ({ perLayer, tanhPerLayer }) =>
      `Beide Hälften überraschen: eine Norm nimmt den Gain aus dem Spiel, und sie kann schaden. ${numberText(perLayer)} ist die Wurzel aus π/(π − 1), bekannt von der Batch-Normierung. Die RMS-Norm ist bei ReLU eben, weil sich zweierlei glücklich trifft: die Hälfte der Steigungen und die Hälfte der Quadrate bleibt. Bei tanh nicht: ${numberText(tanhPerLayer)}-fach je Schicht bei Gain 1. Fragen, was mit Zweigen daraus wird: hinter einer Norm wächst der Strom, jeder Zweig zählt also weniger, und aus der Exponentialfunktion wird eine Potenz der Tiefe.`,
  },
  cured: {
    ...english.cured,
    title: 'Alle drei, trainiert',
    text: ({ depth, width, residual, weights }) => [
      `Ein einfaches ReLU-Netz von ${depth} Schichten hält alle Eingaben für fast dieselbe (Lektion 10) und lernt nichts. Nun die Lektionen 11 bis 13 zugleich: Zweige vom Gewicht ${writtenNumber(residual)}, eins durch die Wurzel der Tiefe, RMS-Norm und eine Matrix für alle ${depth} Schichten, ${width} × ${width}: ${weights} Gewichte.`,
      'Es beginnt, wenn geschätzt ist, und kann ein, zwei Minuten dauern.',
    ],
    question: ({ steps }) => `Lernt es in ${steps} Schritten, Ziffern zu benennen?`,
    choices: ({ guessing }) => [
      `nein: sein Loss bleibt bei ${numberText(guessing, 4)}, dem des Ratens`,
      'nur mit einer Matrix für jede Schicht',
      'ja, in den ersten Schritten schon',
    ],
    reveal: ({ depth }) =>
      `Sein Loss verlässt bald den des Ratens. Der Gradient erreicht die erste von ${depth} Schichten, und Eingaben erreichen die letzte, ohne zu einer zu werden: der Weg außen herum trägt beide, und die Norm hält den Strom davon ab, sich selbst zu nähren.`,
    experiment: 'In Training öffnen. Residual auf 0 setzen und keine Normierung wählen: es lernt nichts.',
    notes: ({ guessing, cosine }) =>
      `Während es trainiert, auf den Gradienten durch die Schichten zeigen: er kommt an. Dann sagen, was das einfache Netz tut, mit einer Matrix oder mit vielen: sein Loss kommt bei ${numberText(guessing, 4)} zur Ruhe, dem Log von zehn, denn zwei Eingaben haben an seinem Ende den Kosinus ${numberText(cosine, 4)}. Warum halten Zweige sie auseinander? Was zuerst hineinkam, steckt noch in der Summe. Den Bogen schließen: in den Lektionen 3 bis 6 machte ein Gain den ersten Schritt möglich; eine Summe und eine Norm, zwei Zeilen Code, machen es schwer, ihn zu verfehlen.`,
  },
};
