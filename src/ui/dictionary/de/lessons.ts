import { factorText, numberText, percentText } from '#plots/numberText.ts';
import { lessons as english } from '#ui/dictionary/en/lessons.ts';
import type { LessonsDictionary } from '#ui/dictionary/lessonsDictionary.ts';
import { countText } from '#ui/text/countText.ts';
import { cureLessons } from './cureLessons.ts';

/** The lessons in German; formulas need no translation. */
export const lessons: LessonsDictionary = {
  oneMatrix: {
    ...english.oneMatrix,
    title: 'Eine Matrix streckt durch Zufall',
    text: ({ width }) => [
      `Eine Schicht multipliziert einen Gradienten mit einer Matrix aus Zufallsgewichten. Jedes der ${width} × ${width} Gewichte ist so gezogen, dass die quadrierte Länge im Mittel über alle Matrizen bleibt, was sie war.`,
      'Im Mittel. Eine einzelne Matrix ist nicht das Mittel.',
    ],
    question: ({ width }) =>
      `Zweitausend Matrizen, ${width} Einheiten breit, multiplizieren je einen Vektor. Um wie viel ändert eine davon typischerweise seine Länge?`,
    choices: ({ logSpread, wideLogSpread }) => [
      'gar nicht',
      `um einen Faktor ${factorText(wideLogSpread)}`,
      `um einen Faktor ${factorText(logSpread)}`,
      'um einen Faktor 16',
    ],
    reveal: ({ width, logSpread, wideLogSpread }) =>
      `Jedes Ende ist eine Matrix: typischerweise streckt oder staucht sie um einen Faktor ${factorText(logSpread)}. Die quadrierte Länge ist eine Summe von ${width} Quadraten, breitere Schichten schwanken also weniger: bei ${16 * width} Einheiten ist der Faktor ${factorText(wideLogSpread)}.`,
    experiment: 'Die Breite im Satz ziehen und sehen, wie die Enden zusammenrücken.',
    notes: ({ logSpread }) =>
      `Abstimmen lassen. Der Punkt: eine Schicht ist harmlos, ein Faktor ${factorText(logSpread)} bewegt niemanden. Sagen, was ln Z ist: der Log der quadrierten Länge, 0 für unverändert; die Hälfte davon ist der Log der Länge. Die nächste Lektion multipliziert hundert davon.`,
  },
  logsAdd: {
    ...english.logsAdd,
    title: 'Viele Matrizen multiplizieren sich, Logs addieren sich',
    text: ({ depth }) => [
      `Durch ${depth} Schichten multiplizieren sich die Faktoren. Faktoren multiplizieren heißt Logs addieren, und Zufallszahlen addieren ist ein Irrlauf: jede Linie ist der Gradient eines Netzes auf dem Rückweg, ein Schritt je Schicht.`,
      'Der Gain ist so gesetzt, dass keine Richtung bevorzugt ist.',
    ],
    question: ({ depth }) =>
      `Ein Schritt weicht um etwa ein Drittel einer Einheit von ln Z ab. Wie weit sind die Läufe nach ${depth} Schritten abgewichen?`,
    choices: ({ depth, stepSpread, endSpread }) => [
      `nicht weiter: ${numberText(stepSpread, 2)}`,
      `um die Wurzel aus ${depth}: ${numberText(endSpread, 2)}`,
      `${depth}-mal so weit: ${numberText(depth * stepSpread, 2)}`,
    ],
    reveal: ({ depth, endSpread, logSpread }) =>
      `Auf und Ab heben sich zum Teil auf: die Streuung wächst mit der Wurzel der Tiefe, auf ${numberText(endSpread, 2)} nach ${depth} Schichten. Für ein Netz ist das ein Gradient, der ${factorText(logSpread)}-mal zu lang oder zu kurz ist.`,
    experiment: 'Ein paarmal Neuer Seed drücken: andere Netze, dieselbe Hülle.',
    notes: () =>
      'Zwei Achsen an die Tafel zeichnen, eine für den Log, eine für den Faktor. Die Hülle ist nicht an die Läufe angepasst: sie ist exakte Theorie, gezeichnet vor dem ersten Lauf. Fragen, wer diese Kurve schon gesehen hat: Diffusion, ein Betrunkener, die Börse.',
  },
  drift: {
    ...english.drift,
    title: 'Drift: Verschwinden und Explodieren',
    text: ({ depth }) => [
      `Nun ReLU-Einheiten: die Hälfte von ihnen ist aus, und was aus ist, gibt keinen Gradienten weiter. Die Gewichte behalten ihre Größe, Gain 1, wie für lineare Schichten. ${depth} Schichten.`,
    ],
    question: () => 'Was wird aus dem Gradienten auf seinem Rückweg?',
    choices: ({ logFactor }) => [
      'er behält seine Größe',
      'er halbiert sich insgesamt',
      `er schrumpft auf ${factorText(logFactor)}`,
    ],
    reveal: ({ perLayer, logFactor, depth, largeGain, largeLogFactor }) =>
      `Jede Schicht kostet die Hälfte der quadrierten Länge, ${numberText(perLayer, 3)} in ihrem Log. Über ${depth} Schichten verschwindet die Länge des Gradienten auf ${factorText(logFactor)}: die ersten Schichten lernen nichts. Mit Gain ${largeGain} würde er stattdessen explodieren, ${factorText(largeLogFactor)}-fach.`,
    experiment: 'Den Gain ziehen, bis die Läufe weder fallen noch steigen.',
    notes: ({ logFactor }) =>
      `Das ist das Problem der verschwindenden Gradienten, ganz. Eine Zahl wie ${factorText(logFactor)} liegt weit unter dem, was float32 neben der letzten Schicht halten kann. Häufiges Missverständnis: dass allein die Tiefe schuld ist. Die Tiefe multipliziert; multipliziert wird die Drift je Schicht.`,
  },
  goodGain: {
    ...english.goodGain,
    title: 'Der Gain, der die Drift aufhebt',
    text: ({ depth, width }) => [
      `Eine Zahl vor jeder Gewichtsmatrix, der Gain, hebt jeden Schritt um dasselbe an. Darum gibt es für jede Tiefe und Breite einen Gain g*, bei dem der Lauf nicht driftet. Hier ist er gesetzt, für ${depth} ReLU-Schichten von ${width}.`,
    ],
    question: ({ offBy, depth }) =>
      `Wie genau muss er sein? Der Gain sei ${percentText(offBy)} zu groß. Um wie viel ist der Gradient nach ${depth} Schichten typischerweise zu lang?`,
    choices: ({ offBy, offLogFactor }) => [
      percentText(offBy),
      `etwa ${factorText(offLogFactor)}-mal`,
      'eine Million mal',
    ],
    reveal: ({ gain, paperGain, offBy, offLogFactor }) =>
      `Mit g* = ${numberText(gain, 5)} bleibt das Mittel auf null. Ein Fehler von ${percentText(offBy)} wiederholt sich in jeder Schicht und wächst zu einem Faktor ${factorText(offLogFactor)}. Die Formel von Sussillo und Abbott gibt ${numberText(paperGain, 5)}: nah genug.`,
    experiment: 'Die Tiefe halbieren: g* bleibt. Die Breite halbieren: er rückt.',
    notes: ({ gain }) =>
      `g* = ${numberText(gain, 5)} liegt etwas über der Wurzel aus 2, Hes Gain: warum, sagt Lektion 6. Der Gain hängt von der Breite ab und, für ReLU, nicht von der Tiefe: jede Schicht wird für sich gehalten.`,
  },
  spread: {
    ...english.spread,
    title: 'Die Streuung, die kein Gain beseitigt',
    text: ({ depth, width }) => [
      `Die Drift ist fort, aber die Läufe gehen doch auseinander: der Gain verschiebt alle Netze gleich und kann nicht wissen, welches Pech hatte. ${depth} ReLU-Schichten von ${width} bei g*.`,
    ],
    question: ({ fourfold }) =>
      `Die Schichten werden viermal so breit, ${fourfold} Einheiten. Wie breit streuen die Läufe dann?`,
    choices: () => ['so breit wie zuvor', 'halb so breit', 'ein Sechzehntel so breit'],
    reveal: ({ variance, logSpread, fourfoldLogSpread }) =>
      `Die Varianz ist hier ${numberText(variance, 4)}, eine gerade Linie durch die Schichten. Sie schrumpft wie eins durch die Breite, die Streuung halbiert sich also: der typische Faktor fällt von ${factorText(logSpread)} auf ${factorText(fourfoldLogSpread)}. Es zählt Tiefe durch Breite.`,
    experiment:
      'Gestrichelt: viermal so breite Netze. Tiefe und Breite zusammen verdoppeln: das Bild bleibt.',
    notes: () =>
      'Die zweite Abbildung ist die Botschaft: eine Gerade, gemessen und exakt. c = 2 kommt aus dem Chi-Quadrat der Gewichte; ReLU fügt 2 hinzu, weil nur die Hälfte der Einheiten trägt, und 1, weil auch ihre Zahl Zufall ist.',
  },
  typical: {
    ...english.typical,
    title: 'Typisch ist nicht das Mittel',
    text: ({ depth, heGain }) => [
      `Hes Gain, ${numberText(heGain, 4)}, hält das Mittel der quadrierten Länge bei genau 1, in jeder Tiefe. So sollte man meinen, die Läufe blieben auf der Höhe. ${depth} Schichten.`,
    ],
    question: () => 'Wenn das Mittel bei 1 bleibt, was tut ein typisches Netz?',
    choices: () => ['es bleibt nahe 1', 'es schrumpft', 'es wächst'],
    reveal: ({ heLogFactor, gain, logMean }) =>
      `Wenige seltene Netze sind riesig und tragen das Mittel; fast alle anderen schrumpfen, typischerweise auf ${factorText(heLogFactor)} ihrer Länge. Bei g* = ${numberText(gain, 5)} behält das typische Netz seine Länge, und das Mittel der quadrierten Länge ist ${factorText(logMean)}: kein Mittel aus hundert Netzen kommt ihm nahe.`,
    experiment:
      'Gestrichelt: dieselben Netze bei g*, deren Logs das Mittel null haben. Den Gain bis dorthin hinaufziehen.',
    notes: () =>
      'Wie bei Einkommen: das Mittel ist nicht der Median. Darum zeigt diese Seite Logs und Quantile. Missverständnis: eine „varianzerhaltende“ Initialisierung erhält ein Mittel von Quadraten, nicht, was ein Netz tut. Ist D/N weit unter 1, stimmen beide überein; Hes Gain ist dort gut, wo er benutzt wird.',
  },
  orthogonal: {
    ...english.orthogonal,
    title: 'ReLU zahlt mehr, orthogonal zahlt weniger',
    text: ({ depth, width }) => [
      `Zweierlei streut die Läufe: die zufälligen Längen der Gewichtsvektoren, und welche ReLUs gerade an sind. Orthogonale Matrizen beseitigen das erste: allein erhalten sie jede Länge genau. ${depth} ReLU-Schichten von ${width}, orthogonale Gewichte.`,
    ],
    question: () => 'Ist die Streuung fort?',
    choices: () => [
      'ja: orthogonale Matrizen erhalten Längen',
      'nein: sie ist kleiner',
      'nein: sie ist wie zuvor',
    ],
    reveal: ({ linear, relu, orthogonalRelu, logSpread }) =>
      `Die Masken der ReLUs bleiben. Var ln Z ist ${numberText(relu, 3)} für normalverteilte Gewichte und ${numberText(orthogonalRelu, 3)} für orthogonale, etwa 3 statt 5 Teile; lineare normalverteilte Schichten haben ${numberText(linear, 3)}. Typischer Faktor hier: ${factorText(logSpread)}.`,
    experiment:
      'Gestrichelt: normalverteilte Gewichte. Linear wählen: die Läufe liegen auf null, bis zur letzten Stelle von float32.',
    notes: () =>
      'Gute Stelle für die Frage, was eine Maske mit einer Drehung macht: sie projiziert. Orthogonale Initialisierung ist am meisten wert für lineare und fast lineare Netze (Saxe et al. 2013).',
  },
  realTraining: {
    ...english.realTraining,
    title: 'Ein echtes Netz lernt',
    text: ({ depth, width }) => [
      `Ein Zufallsnetz, ${depth} tanh-Schichten von ${width} mit orthogonalen Gewichten, bekommt eine Eingangs- und eine Ausgangsschicht und lernt durch Gradientenabstieg, gezeichnete Ziffern zu benennen, hier, auf diesem Rechner.`,
      'Es beginnt, wenn geschätzt ist, und dauert einige Sekunden, auf einem langsamen Rechner ein, zwei Minuten.',
    ],
    question: ({ steps }) => `Bewegt einfaches SGD ein so tiefes Netz in ${steps} Schritten?`,
    choices: () => ['nein: zu tief ohne Kunstgriffe', 'ja, bei einem Gain nahe g*'],
    reveal: ({ gain, half, halfLogFactor }) =>
      `Bei Gain ${numberText(gain, 3)}, nahe g*, erreichen schon die ersten Gradienten die erste Schicht, und der Loss verlässt sofort den des Ratens. Mit halbem Gain, ${numberText(half, 3)}, kämen sie mit ${factorText(halfLogFactor)} ihrer Länge an, in float32 also mit nichts: der Loss bliebe für immer bei dem des Ratens.`,
    experiment: 'In Training öffnen und den Gain halbieren.',
    notes: () =>
      'Während es trainiert, auf die erste Tafel zeigen: der Gradient durch die Schichten, jetzt und am Anfang. Dann auf die Gewichtsgradienten: am Anfang sind sie bei diesem Gain flach und beim halben auch, da Aktivierung und Gradient sich gegenläufig ändern; ein falscher Gain verschiebt sie alle zusammen. Mit Biases gilt das nicht mehr, und auch nicht, wo Einheiten sättigen. Warum nicht ReLU? Ein so tiefes ReLU-Netz hält alle Eingaben für fast dieselbe und kommt darum kaum in Gang: Lektion 10.',
  },
  budget: {
    ...english.budget,
    title: 'Tiefe oder Breite?',
    text: ({ parameters, depth, width, shallowDepth, shallowWidth }) => [
      `${countText(parameters)} Gewichte können ${depth} Schichten von ${width} sein, wie hier, oder ${shallowDepth} Schichten von ${shallowWidth}. Dieselbe Zahl, dieselbe Regel für den Gain.`,
    ],
    question: ({ shallowDepth }) =>
      `Das tiefe hat viermal so viele Schichten. Um wie viel größer ist sein Var ln Z als das mit ${shallowDepth} Schichten?`,
    choices: () => ['doppelt', 'vierfach', 'achtfach'],
    reveal: ({ variance, shallowVariance, logSpread, shallowLogSpread }) =>
      `Tiefer ist schmaler, es zahlt also zweimal: ${numberText(variance, 3)} gegen ${numberText(shallowVariance, 3)}. Der Gradient eines Netzes ist typischerweise um einen Faktor ${factorText(logSpread)} daneben, gegen ${factorText(shallowLogSpread)}.`,
    experiment:
      'Gestrichelt: das flache, mit ebenso vielen Gewichten. Es im Satz einstellen und die zweite Abbildung ansehen.',
    notes: () =>
      'Der Exponent 3/2 ist, was Praktiker mitnehmen: bei festem Budget hat ein doppelt so tiefes Netz fast die dreifache Varianz.',
  },
  alignedInputs: {
    ...english.alignedInputs,
    title: 'Was der richtige Gain nicht heilt',
    text: ({ depth, width }) => [
      'Bisher hatte jeder Lauf ein Netz für sich. Hier gehen alle durch ein und dasselbe Netz, mit eigenen Eingaben und Fehlern.',
      `${depth} ReLU-Schichten von ${width}, bei g*.`,
    ],
    question: () => 'Streuen diese Läufe wie zuvor?',
    choices: () => ['ja: andere Eingaben, andere Läufe', 'nein: sie gehen gemeinsam'],
    reveal: ({ cosineAt5, cosineAt100, logSpread }) =>
      `Sie teilen ein Schicksal: das des Netzes, typischerweise um einen Faktor ${factorText(logSpread)} daneben, für alle seine Eingaben gleich. Auch werden Eingaben parallel: zwei, die nichts gemein hatten, haben nach 5 Schichten einen Kosinus von ${numberText(cosineAt5, 3)} und nach 100 von ${numberText(cosineAt100, 3)}. Kein Gain heilt das; Residualzweige und Normalisierung tun es.`,
    experiment: 'Neuer Seed drücken: ein anderes Netz, ein anderes gemeinsames Schicksal.',
    notes: () =>
      'Damit schließen, was Initialisierung nicht kann. Der richtige Gain macht den ersten Schritt möglich; er macht aus einem tiefen einfachen Netz kein gutes. Fragen: was täten Residualverbindungen mit diesem Bild?',
  },
  ...cureLessons,
};
