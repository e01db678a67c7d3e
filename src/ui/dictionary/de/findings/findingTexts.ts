import type { FindingTexts } from '#ui/dictionary/findingTexts.ts';

/** The questions of the findings view and what came out, in German. */
export const findingTexts: FindingTexts = {
  gain: {
    title: 'Mit welchem Gain lernt ein Netz einer gegebenen Tiefe?',
    question:
      'Netze von 2 bis 500 Schichten, 32 breit, lernen 300 Schritte lang zehn Ziffern, mit Gains um g*, bei dem der Gradient seine Größe behält. Die Achse sagt, wie weit ein Gain ln Z über alle Schichten zusammen verschiebt.',
    expected:
      'die gleiche Verschiebung schadet jeder Tiefe gleich, so dass der Bereich guter Gains im Verhältnis 1/D schmal ist; und g* liegt darin.',
    came: ({ percent: p, off }) => [
      `Mit orthogonalen Gewichten ist es so. Bei g* bleiben ${p('orthogonal', '10', 0)} falsch bei 10 Schichten, ${p('orthogonal', '100', 0)} bei 100 und ${p('orthogonal', '500', 0)} bei 500; eine Verschiebung um +32 lässt bei 100 Schichten ${p('orthogonal', '100', 32)}, und dort ist sie ein nur um ${off(32, 100)} zu großer Gain. Zu kleine Gains schaden tiefen Netzen weniger als flachen: −16 lässt ${p('orthogonal', '10', -16)} bei 10 Schichten und ${p('orthogonal', '100', -16)} bei 100.`,
      `Mit normalverteilten Gewichten genügt g* nicht. Bei 50 Schichten und g* lässt ReLU ${p('relu', '50', 0)} falsch und tanh ${p('tanh', '50', 0)}; ab 100 Schichten lernen beide in 300 Schritten kaum etwas, mit welchem Gain auch immer: ReLU mit 200 Schichten und g*: ${p('relu', '200', 0)}. Der Gradient kommt dort an, aber er streut weit, und ein tiefes ReLU-Netz hält alle Eingaben fast für dieselbe.`,
    ],
    figures: {
      orthogonal: 'Trainingsfehler gegen Gain: tanh, orthogonale Gewichte',
      tanh: 'Trainingsfehler gegen Gain: tanh, normalverteilte Gewichte',
      relu: 'Trainingsfehler gegen Gain: ReLU, normalverteilte Gewichte',
    },
  },
  shape: {
    title: 'Tief und schmal oder flach und breit?',
    question:
      'Alle Netze haben 100.000 Gewichte, die erste und die letzte Matrix eingerechnet: 2 Schichten, 101 breit, oder 200 Schichten, 20 breit. Jedes hat sein g* und 300 Schritte.',
    expected: 'Var ln Z wächst bei fester Zahl der Gewichte wie D hoch 3/2: tiefer ist schmaler ist wilder.',
    came: ({ percent: p, on }) => [
      `In 300 Schritten lohnt sich Tiefe hier nie. Von 2 zu 50 Schichten steigt der Fehler von ${p('depth', 'relu', 2)} auf ${p('depth', 'relu', 50)} bei ReLU und von ${p('depth', 'tanh', 2)} auf ${p('depth', 'tanh', 50)} bei tanh mit normalverteilten Gewichten.`,
      `Orthogonale Gewichte, die in einem linearen Netz gar nicht streuen, zahlen am wenigsten für die Tiefe: ${p('depth', 'orthogonal', 2)} bei 2 Schichten, ${p('depth', 'orthogonal', 50)} bei 50, doch ${p('depth', 'orthogonal', 200)} bei 200, 20 breit. MNIST ordnet die drei ebenso: bei 100 Schichten lässt ReLU ${on('mnist').percent('depth', 'relu', 100)}, tanh ${on('mnist').percent('depth', 'tanh', 100)}, orthogonales tanh ${on('mnist').percent('depth', 'orthogonal', 100)}.`,
    ],
    figures: {
      depth: 'Trainingsfehler gegen Tiefe bei 100.000 Gewichten',
    },
  },
  encode: {
    title: 'Verdirbt Tiefe einen Autoencoder?',
    question:
      'Das Netz gibt seine Eingabe durch 2 bis 100 Schichten von 32 Einheiten wieder, jede bei ihrem g*: 300 Schritte mit Adam, die Ausgabeschicht mit Gain 0,1. Fehler 1 ist der der besten konstanten Antwort.',
    expected: 'bei g* kommt der Gradient in jeder Tiefe an, so dass Tiefe allein nicht stören müsste.',
    came: ({ percent: p }) => [
      `Sie stört dennoch: ReLU lässt durch 2 Schichten ${p('depth', 'relu', 2)} des Fehlers und durch 50 ${p('depth', 'relu', 50)}, tanh mit orthogonalen Gewichten ${p('depth', 'orthogonal', 2)} und ${p('depth', 'orthogonal', 50)}.`,
      `Die Reihenfolge ist hier eine andere als beim Klassifizieren: durch 2 Schichten liegt ReLU vor tanh mit orthogonalen Gewichten. Eine Antwort aus 784 Zahlen verlangt, dass alles unterscheidbar bleibt, was eine Schicht weitergibt, und nicht nur einen Gradienten, der ankommt.`,
    ],
    figures: {
      depth: 'Fehler des Autoencoders gegen Tiefe',
    },
  },
  time: {
    title: 'Wie lange, bis der halbe Loss verschwunden ist?',
    question:
      'Schritte, bis der mittlere Loss von 20 Mini-Batches halb so groß ist wie beim Raten: bei g*, in höchstens 600 Schritten. Wo kein Training so weit kam, steht kein Punkt.',
    expected: 'Gradienten von einer Größe in jeder Tiefe bräuchten ungefähr gleich viele Schritte.',
    came: ({ steps: s, on }) => [
      `Selbst mit orthogonalen Gewichten kostet Tiefe Zeit, aber weit weniger als im Verhältnis: ${s('depth', 'orthogonal', 2)} Schritte durch 2 Schichten, ${s('depth', 'orthogonal', 100)} durch 100, die fünfzigfache Tiefe.`,
      `Mit normalverteilten Gewichten kostet sie mehr: ReLU braucht ${s('depth', 'relu', 2)} Schritte durch 2 Schichten und ${s('depth', 'relu', 10)} durch 10, und ab 50 Schichten kommen weder ReLU noch tanh mit normalverteilten Gewichten in 600 so weit. Sprachlaute dauern länger: durch 2 Schichten braucht ReLU dort ${on('phones').steps('depth', 'relu', 2)} Schritte und bei Ziffern ${s('depth', 'relu', 2)}. Die Lernrate ist die, die jedes Netz selbst fand; eine kleine ist also Teil der Antwort.`,
    ],
    figures: {
      depth: 'Schritte bis zum halben Loss des Ratens gegen Tiefe',
    },
  },
  cures: {
    title: 'Ersparen Zweige und Normen die Suche nach einem Gain?',
    question:
      'Über das Paper hinaus: ReLU-Netze mit residualen Zweigen, mit einer Norm vor jeder Matrix und mit beidem, bei Hes Gain über der Tiefe; und je 50 Schichten über Gains von einem Viertel bis zum Vierfachen von Hes.',
    expected:
      'eine Norm nimmt den Gain aus dem Spiel, und Zweige machen aus einer Exponentialfunktion eine Potenz der Tiefe.',
    came: ({ percent: p }) => [
      `Beide zusammen tun es: Zweige mit Schichtnorm lassen bei 100 Schichten ${p('depth', 'both', 100)} falsch, und bei 50 Schichten ${p('gain', 'both', 1 / 4)} mit einem Viertel von Hes Gain und ${p('gain', 'both', 4)} mit dem Vierfachen.`,
      `Allein tut es keines. Die RMS-Norm macht den Gain gleichgültig und lässt bei 50 Schichten doch ${p('depth', 'rms', 50)}, wie ein einfaches Netz mit ${p('depth', 'plain', 50)}: ein Gradient der richtigen Größe ist nicht, was fehlt. Zweige mit α = 1 ohne Norm machen die Ausgaben ab 50 Schichten so groß, dass sie nur Lernraten unter 1e−9 vertragen und nichts lernen: ${p('depth', 'branches', 50)}; beim Vierfachen von Hes Gain verlässt schon der erste Durchlauf float32, was als ganz falsch zählt. Mit α = 1/√D lernen sie, ${p('depth', 'rootBranches', 50)} bei 50 Schichten, bis zu einem Gain vom Doppelten von Hes: ${p('gain', 'rootBranches', 2)}.`,
    ],
    figures: {
      depth: 'Trainingsfehler gegen Tiefe bei Hes Gain',
      gain: 'Trainingsfehler von 50 Schichten gegen Gain',
    },
  },
  tied: {
    title: 'Immer dieselbe Matrix oder in jeder Schicht eine neue?',
    question:
      'Über das Paper hinaus: dieselben Netze, rekurrent und vorwärtsgerichtet, beim g* der vorwärtsgerichteten: eine Matrix in allen Schichten oder je eine.',
    expected:
      'bis etwa √N Schichten, hier sechs, stimmen beide überein; danach wächst die Varianz von ln Z eines rekurrenten Netzes mit dem Quadrat der Tiefe, und kein Gain hilft. Orthogonale Gewichte helfen.',
    came: ({ percent: p }) => [
      `So ist es auch im Training. Bei 10 Schichten lässt tanh mit normalverteilten Gewichten ${p('tanh', 'tied', 10)} falsch mit einer Matrix und ${p('tanh', 'untied', 10)} mit neuen, bei 20 Schichten ${p('tanh', 'tied', 20)} und ${p('tanh', 'untied', 20)}; ReLU trennt sich früher, bei 10 Schichten ${p('relu', 'tied', 10)} und ${p('relu', 'untied', 10)}.`,
      `Orthogonale Gewichte helfen viel und nicht ganz: bei 100 Schichten lassen sie ${p('orthogonal', 'tied', 100)} mit einer Matrix und ${p('orthogonal', 'untied', 100)} mit neuen, obwohl sich die Läufe eines linearen Netzes gar nicht unterschieden. Aber tanh ist nicht linear, und eine Änderung der einen Matrix bewegt alle Schichten zugleich.`,
    ],
    figures: {
      orthogonal: 'Trainingsfehler gegen Tiefe: tanh, orthogonale Gewichte',
      tanh: 'Trainingsfehler gegen Tiefe: tanh, normalverteilte Gewichte',
      relu: 'Trainingsfehler gegen Tiefe: ReLU, normalverteilte Gewichte',
    },
  },
};
