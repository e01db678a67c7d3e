import { plural } from '#experiment/dictionary/de/numbers.ts';
import type { Translated } from '#experiment/dictionary/translated.ts';
import type { ParameterKey } from '#experiment/experiment.ts';
import { numberText, percentText } from '#plots/numberText.ts';
import type { train as english, TrainedPart } from '#ui/dictionary/en/train.ts';
import { parameterText } from '#ui/dictionary/parameterText.ts';
import { countText } from '#ui/text/countText.ts';

const labels = (keys: readonly ParameterKey[]) => keys.map((key) => parameterText(key).label).join(', ');

const layerText = (layer: number, depth: number) =>
  layer > depth
    ? 'der Ausgangsschicht'
    : layer === 0
      ? 'der Eingangsschicht'
      : `Schicht ${layer} von ${depth}`;

const quantities: Readonly<Record<string, string>> = {
  activation: 'die Aktivierung',
  gradient: 'der Gradient',
  delta: 'der Gradient',
  weight: 'ein Gewicht',
  weights: 'ein Gewicht',
};

const afterSteps = (step: number) => `Nach ${countText(step)} ${plural(step, 'Schritt', 'Schritten')}`;

const trainedParts: Readonly<Record<TrainedPart, string>> = {
  tied: 'einer Matrix in allen Schichten',
  residual: 'Residualzweigen vom Gewicht {residual}',
  rms: 'RMS-Norm vor jeder Matrix',
  layer: 'Schichtnorm vor jeder Matrix',
};

const list = new Intl.ListFormat('de');

/** Every word of the train view, in German. */
export const train: Translated<typeof english> = {
  stepHelp: 'Noch ein Mini-Batch',
  more: 'Weitere Einstellungen',
  autoRate: {
    label: 'für dieses Netz gesucht',
    help: 'Ein Teil dessen, was das Netz gerade noch verträgt, gesucht mit Schritten auf wenigen Beispielen, jeder doppelt so weit wie der vorige, bis der Loss steigt; gesenkt, sobald der Loss verlässt, was sie erlaubt, und unterwegs neu geprüft, wo sie wachsen darf. Das Häkchen wegnehmen, um die Zahl zu behalten.',
  },
  speed: {
    label: 'Tempo',
    help: 'Wie schnell das Training läuft: so schnell es geht, gebremst zum Mitverfolgen, oder in Zeitlupe: ein Rückwärtslauf nach dem anderen, Schicht für Schicht.',
    options: {
      full: 'volles Tempo',
      ten: '10 Schritte je Sekunde',
      one: '1 Schritt je Sekunde',
      slow: 'Zeitlupe',
    },
  },
  sentence: {
    lead: (_article, depth, task, parts) =>
      `Ein {f}-Netz, {depth} ${plural(depth, 'Schicht', 'Schichten')} tief und {width} breit, mit ${list.format(
        ['Gain {gain}', ...parts.map((part) => trainedParts[part])],
      )}, ${task} {data}, mit Lernrate {rate}.`,
    task: { classify: 'lernt zu benennen:', encode: 'lernt wiederzugeben:' },
    classified: (step, loss, accuracy) =>
      `${afterSteps(step)} ist sein Loss ${numberText(loss, 3)}${
        accuracy === null ? '' : `, und es benennt ${percentText(accuracy)} von dem, was es nie gesehen hat`
      }.`,
    encoded: (step, loss, share) =>
      `${afterSteps(step)} ist sein Fehler ${numberText(loss, 3)}${
        share === null
          ? ''
          : `, auf Ungesehenem ${percentText(share)} dessen, was das beste feste Bild kostet`
      }.`,
    waiting: 'Es hat noch nicht begonnen.',
    broken: 'Es brach beim ersten Schritt ab.',
    preparing: {
      engine: 'Die Rechenmaschine startet.',
      data: 'Die Daten werden gezeichnet.',
      network: 'Das Netz wird gezogen und der schnellste Weg gesucht, es zu trainieren.',
    },
  },
  panels: {
    backward: 'ln |δ|², der Gradient',
    weights: 'ln |∂E/∂W|², Gewichtsgradienten',
    forward: 'ln |h|², Aktivierungen',
    now: 'jetzt',
    atStart: 'am Anfang',
    theory: (kind, hasSpread) => `${kind}${hasSpread ? ' ± 2 sd' : ''}`,
    layers: 'Schichten zurück vom Ausgang',
  },
  heat: {
    title: {
      backward: 'Der Gradient durch die Schichten, Schritt für Schritt',
      weights: 'Gewichtsgradienten durch die Schichten, Schritt für Schritt',
      forward: 'Aktivierungen durch die Schichten, Schritt für Schritt',
    },
    shortTitle: { backward: 'Der Gradient', weights: 'Gewichtsgradient', forward: 'Aktivierungen' },
    step: 'Schritt ↓',
    scale: ['schwindet', 'bleibt', 'explodiert'],
  },
  loss: {
    classify: 'Loss, Kreuzentropie',
    encode: 'Fehler, mittleres Quadrat',
    training: 'Training',
    heldOut: 'ungesehen',
    chance: 'Raten',
    constant: 'bestes festes Bild',
    steps: 'Schritte',
  },
  accuracy: 'Anteil richtig',
  examples: {
    classify: 'Ungesehenes, und was das Netz sagt',
    encode: 'Ungesehenes, und was zurückkommt',
    surface: 'Was es über die Ebene sagt',
    said: (said) => (said < 0 ? '–' : String(said)),
    is: (label) => ` (${label})`,
    key: 'farbig: falsch, mit dem, was es ist',
  },
  speech: {
    title: {
      classify: 'Jemand Ungehörtes, und was das Netz hört',
      encode: 'Jemand Ungehörtes, und was das Netz nicht wiedergibt',
    },
    names:
      'Vokale wie in engl. iy heed, ih hid, eh head, ae had, aa hod, ao hawed, uh hood, uw who’d, ah hud, er heard; ng wie in sing, sh wie sch, y wie j, z stimmhaftes s; sil ist Stille. Ein Verschlusslaut, p t k, ist sein Verschluss und sein Knall. Der Klang ist künstlich, die Silben bedeuten nichts.',
    key: 'farbig: falsch',
    play: 'Abspielen',
    stop: 'Anhalten',
    said: 'gesagt',
    network: 'Netz',
    error: 'Fehler',
    spoken: (phones: string) => `Gesagt: ${phones}.`,
    named: (share: number, frames: number) =>
      `Das Netz benennt ${percentText(share)} dieser ${countText(frames)} Fenster richtig.`,
  },
  progress: {
    steps: (done, of) => `${countText(done)} von ${countText(of)} Schritten`,
    rate: (steps, samples) => `${numberText(steps, 3)} Schritte/s · ${countText(samples)} Beispiele/s`,
    way: (implementation, backend, device) =>
      `${implementation === 'composed' ? 'TensorFlow.js' : implementation === 'fused' ? 'WGSL-Kernel' : 'eigene Kernel'} · ${backend} · ${device}`,
    size: (parameters, bytes) => `${countText(parameters)} Gewichte · ${numberText(bytes / 2 ** 20, 2)} MB`,
    because: (keys) => `neu begonnen: geändert wurde ${labels(keys)}`,
    found: 'neu begonnen: g* wurde gefunden',
    sought: (gain) => `mit Gain ${gain} begonnen, ehe g* gefunden war`,
    halved: (times, step) =>
      `der Loss stieg: Lernrate gesenkt${times === 1 ? '' : `, insgesamt ${times}-mal`}, weiter bei Schritt ${countText(step)}`,
    retuned: (key, step) =>
      `${parameterText(key).label} bei Schritt ${countText(step)} geändert: der Link allein wiederholt dieses Training nicht`,
  },
  ways: {
    name: (implementation, backend) =>
      implementation === 'composed'
        ? `TensorFlow.js auf ${backend}`
        : implementation === 'fused'
          ? 'WGSL-Kernel'
          : `eigene Kernel in ${backend}`,
    compared: (difference, allowed) =>
      `Gradienten der Kernel gegen TensorFlow.js: größte relative Abweichung ${difference} (erlaubt ${allowed})`,
    raced: (times) => `je ein Schritt: ${times}`,
    software: 'der Grafikadapter ist Software: der Prozessor ist ohne ihn schneller',
    notStarted: (way) => `${way} startete nicht`,
    unusable: (way, detail) =>
      `${way} war nicht zu benutzen${detail === '' ? '' : ` (${detail})`}: stattdessen wird der nächste Weg genommen`,
  },
  interrupted: {
    device: (step) =>
      `Das Grafikgerät ging verloren. Das Training geht bei Schritt ${countText(step)} weiter; sonst ist nichts verloren.`,
    way: (way, step) =>
      `${way} versagte. Das Training geht bei Schritt ${countText(step)} auf dem nächsten Weg weiter.`,
    worker: (step) =>
      `Was trainiert, war stehen geblieben und wurde neu gestartet. Das Training geht bei Schritt ${countText(step)} weiter.`,
  },
  left: {
    what: (step) => `Ein Training dieses Netzes blieb bei Schritt ${countText(step)} stehen.`,
    goOn: 'Weitermachen',
    anew: 'Neu beginnen',
  },
  diverged: (where, layer, depth, step) =>
    `Das Training verließ float32 bei Schritt ${countText(step)}: ${
      where === 'loss'
        ? 'der Loss ist keine Zahl mehr'
        : `${quantities[where] ?? where} in ${layerText(layer, depth)} ist zu groß`
    }. Die Gewichte blieben, wie sie vor diesem Schritt waren.`,
  stuck: {
    what: (steps) =>
      `Nach ${countText(steps)} Schritten antwortet das Netz nicht besser als eine feste Antwort.`,
    gradient: (factor) =>
      `Auf dem Weg vom Ausgang zur ersten Schicht wird die Norm seines Gradienten mit ${factor} multipliziert.`,
    gone: 'Bis zur ersten Schicht bleibt von seinem Gradienten in float32 nichts übrig.',
  },
  outsized: (factor) =>
    `Der erste Loss war ${factor}-mal so groß wie der einer festen Antwort: die Ausgaben beginnen viel zu groß, sodass das Netz nur eine winzige Lernrate verträgt. Das liegt am Netz, nicht an der Lernrate.`,
  remedies: {
    gain: (gain) => `Neu beginnen mit Gain g* = ${numberText(gain, 5)}`,
    rate: 'Neu beginnen mit einer Lernrate, die für dieses Netz gesucht wird',
    branches: (alpha) =>
      `Neu beginnen mit Residualzweigen vom Gewicht 1/√D = ${numberText(alpha, 2)} und RMS-Norm`,
  },
  mnist: {
    title: 'Echte MNIST-Ziffern',
    drop: 'Die vier Dateien hier oder irgendwo auf der Seite ablegen, gepackt oder nicht.',
    choose: 'Die vier Dateien wählen',
    fetch: 'Von einem öffentlichen Spiegel holen (11 MB)',
    working: { files: 'Dateien werden gelesen…', served: 'Wird gelesen…', mirror: 'Wird geholt…' },
    done: (train, heldOut, kept) =>
      `MNIST ist da: ${countText(train)} Ziffern zum Lernen, ${countText(heldOut)} zurückgehalten${
        kept ? '; in diesem Browser aufbewahrt' : '; dieser Browser bewahrt sie nicht auf'
      }.`,
    goesOn: 'Das Training geht mit dem weiter, was es hatte.',
    instead: 'Stattdessen werden gezeichnete Ziffern benutzt.',
  },
  network: {
    label: 'Netz',
    help: 'Das trainierte Netz mit seinem Experiment in einer Datei, im Format safetensors: es lässt sich hier öffnen, um weiter zu trainieren, oder in Python. Ein Netz von mehr als 64 MB wird nicht auf die Seite kopiert und lässt sich nicht sichern.',
    file: 'netz',
    save: 'Sichern',
    open: 'Öffnen',
    refused: {
      tooLarge: (file) => `${file} wurde nicht geöffnet: größer ist kein Netz, das hier trainiert wird.`,
      unreadable: (file) => `${file} lässt sich nicht lesen: bitte neu wählen.`,
      notSafetensors: (file) => `${file} ist keine safetensors-Datei: sie beginnt nicht so.`,
      cutOff: (file) => `${file} ist abgeschnitten: ihr Kopf nennt mehr Zahlen, als sie enthält.`,
      damaged: (file) => `${file} ist beschädigt: Kopf und Zahlen passen nicht zusammen.`,
      otherNumbers: (file) =>
        `${file} enthält andere Zahlen als float32: diese Seite sichert ihre Netze als float32.`,
      foreign: (file) =>
        `${file} kommt aus einem anderen Programm: womit das Netz trainiert wurde, steht nicht darin. Weiter geht es mit Dateien, die diese Seite gesichert hat.`,
      unfit: (file) =>
        `${file} fehlen Teile des Netzes, das ihr Experiment beschreibt, oder es sind Zahlen darin, die nicht endlich sind.`,
    },
  },
  slow: {
    passed: (layer, depth, outcome) => `${layer} von ${depth} Schichten zurück: ${outcome}`,
    gradient: (factor) => `die Norm des Gradienten × ${factor}`,
    gone: 'in float32 ist kein Gradient mehr übrig',
    outgrown: 'der Gradient ist zu groß für float32',
  },
};
