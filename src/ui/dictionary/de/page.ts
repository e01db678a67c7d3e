import { plural } from '#experiment/dictionary/de/numbers.ts';
import type { Translated } from '#experiment/dictionary/translated.ts';
import type { page as english } from '#ui/dictionary/en/page.ts';
import { choices, dataPhrases } from './choices.ts';

/** Every word of the page that is not in the parameter table, in German. */
export const page: Translated<typeof english> = {
  title: 'Gradient Walk',
  views: { walk: 'Lauf', train: 'Training', scale: 'Skalen', learn: 'Lernen', findings: 'Befunde' },
  viewsLabel: 'Seiten',
  stillTraining: (steps) => `Schritt ${steps}`,
  loading: 'Lädt…',
  sentence: (_article, depth) =>
    `Ein {f}-Netz, {depth} ${plural(depth, 'Schicht', 'Schichten')} tief und {width} breit, mit Gain {gain}:`,
  walker: {
    backward: 'ein Gradient, der zurückläuft,',
    forward: 'eine Aktivierung, die vorwärts läuft,',
    weights: 'der Gewichtsgradient, von der letzten Schicht zurück zur ersten,',
  },
  outcome: {
    keeps: () => 'behält im Mittel seine Größe',
    shrinks: (factor) => `schrumpft typischerweise auf 1/${factor} seiner Größe`,
    grows: (factor) => `wächst typischerweise ${factor}-fach`,
    vanishes: (factor) => `verschwindet: typischerweise geteilt durch ${factor}`,
    explodes: (factor) => `explodiert: typischerweise mal ${factor}`,
    ownRate:
      'wächst oder schrumpft mit einer Rate, die seinem Netz gehört: eine Matrix, in jeder Schicht dieselbe, macht das Wachstum zur Eigenschaft des Netzes statt zum Zufall, und kein Gain passt für alle',
    unknown: 'tut, was seine Läufe zeigen: die Theorie zu diesem Netz ist noch nicht da',
    everywhere: ', und so ist es in jedem einzelnen Netz',
    spreadKept: (factor) => `; in einem Netz wird er typischerweise mit ${factor} malgenommen oder geteilt`,
    spread: (factor) => `, bis auf einen Faktor ${factor}`,
    dead: (share) => ` In ${share} der Netze stirbt er.`,
    remarks: {
      gainOut: ' Der Gain spielt keine Rolle mehr: die Normierung nimmt ihn wieder heraus.',
      power: ' Was wächst, wächst wie eine Potenz der Tiefe, nicht exponentiell.',
    },
    approximately: {
      'order-1/N': ' (bis Ordnung 1/N)',
      'two-number': ' (zwei Zahlen je Schicht)',
      'mean-field': ' (Mean Field, genähert)',
      'leading-order': ' (in führender Ordnung)',
    },
  },
  faults: {
    absent: (name) => `${name} gibt es hier nicht.`,
    insecure: (name) =>
      `Browser geben ${name} nur Seiten, die über https oder von localhost kommen; diese tut es nicht.`,
    'no-kernel': (name) => `Für Läufe auf ${name} gibt es keine Kernel.`,
    'no-adapter': (name) => `Dieser Browser hat ${name}, fand dafür aber keine Grafikkarte.`,
    'self-test-failed': (name) =>
      `${name} gab im Selbsttest beim Start falsche Antworten und wird nicht benutzt.`,
    lost: () => 'Das Grafikgerät ging verloren.',
    lostWorker: 'Ein Worker ging mitten in seinen Läufen verloren.',
    silent: (name) => `Der Browser antwortete nicht auf die Frage nach ${name}.`,
    unstable: (name) =>
      `Das Grafikgerät ging immer wieder verloren: ${name} wird erst wieder benutzt, wenn man es neu wählt.`,
    error: (name) => `${name} versagte.`,
    insteadCpu:
      'Dieselben Läufe macht die TypeScript-Referenz auf dem Prozessor: dieselben Zahlen bis auf Rundung, nur langsamer.',
    insteadWasm:
      'Dieselben Läufe macht der Prozessor mit seinen Vektoren, in WebAssembly: dieselben Zahlen bis auf Rundung.',
    instead: (name) => `Die Läufe gehen mit ${name} weiter; keiner ist verloren.`,
  },
  choices,
  dataPhrases,
  gainHelp: {
    auto: 'g*: der Gain, bei dem die Log-Norm nicht driftet.',
    paper: 'Die Formel von Sussillo & Abbott (2014).',
    he: 'He et al. (2015): das Mittel der quadrierten Norm bleibt, ihr typischer Wert nicht.',
    lecun: 'LeCun (1998), und Glorot bei gleich breiten Schichten: Gain 1.',
    wrong: 'Ein Versehen aus echtem Code: die Varianz 1/N für eine Standardabweichung gehalten.',
  },
  driftStays:
    'Nach Mean Field hält hier kein Gain die Drift an. g* ist der, der am wenigsten von ihr übrig lässt.',
  bestGain: {
    'order-1/N': (value) => `g* = ${value}, bis Ordnung 1/N`,
    'two-number': (value) => `g* = ${value}, aus zwei Zahlen je Schicht`,
    sampled: (value) => `g* = ${value}, durch Läufe bestimmt`,
    sought: (value) => `g* ≈ ${value} nach Mean Field; Läufe suchen es gerade…`,
    approximate: (value) => `g* ≈ ${value} nach Mean Field, genähert`,
  },
  branches: {
    root: '1/√D',
    rootHelp:
      'Alpha = 1/√D: wo f kein Mittel hat (linear, tanh), wächst die Norm bei jeder Tiefe um denselben Faktor; ReLUs brauchen auch eine Normierung.',
    tiedGain:
      'Jedes Netz hat seine eigene Rate, die kein Gain für alle aufhebt: g* ist der einer einzelnen Schicht.',
    normGain: 'g* ist der des Netzes ohne Norm; die Kurve zeigt, was ein Gain mit ihr tut.',
    gainOut:
      'Der Gain spielt keine Rolle mehr: die Normierung nimmt ihn wieder heraus. Nur der Schritt zur Eingabe kennt ihn noch.',
    gradientOfH: 'Der Gradient, der läuft, ist dE/dh, der des Stroms, zu dem die Zweige addieren.',
    bestGain: 'Kein Gain hält die Drift von Residualzweigen an: g* ist der des einfachen Netzes.',
  },
  noPaperGain: (f) => `Das Paper gibt keine Formel für ${f}; g* wird benutzt.`,
  spokenGain: {
    auto: 'g Stern',
    paper: 'der des Artikels',
    he: 'der von He',
    lecun: 'der von LeCun',
    wrong: 'g durch N',
  },
  actions: {
    python: 'Python',
    run: 'Start',
    pause: 'Pause',
    step: 'Schritt',
    stepHelp: 'Noch ein Lauf',
    restart: 'Neustart',
    restartHelp: 'Derselbe Seed von Anfang an',
    keep: 'Behalten',
    keepHelp: 'Diese Läufe zum Vergleich in den Abbildungen behalten',
    newSeed: 'Neuer Seed',
    share: 'Teilen',
    allControls: 'Alle Bedienelemente',
    allControlsHelp: 'Dieser Link lässt einige Bedienelemente weg; dies bringt sie zurück',
    dismiss: 'Ausblenden',
    more: 'Alle Einstellungen',
    close: 'Schließen',
  },
  skip: 'Zu den Abbildungen springen',
  asNumber: (label) => `${label}, als Zahl`,
  draft: {
    stays: (given, because, value) => `„${given}“ ${because}; es bleibt bei ${value}.`,
    changed: (given, because, value) => `${given} ${because}; es gilt ${value}.`,
    understood: (given, value) => `„${given}“ wird als ${value} verstanden.`,
  },
  notices: 'Nicht alles ging so wie gewünscht',
  moreNotices: (count) => `und ${count} weitere`,
  progress: {
    waiting: 'Wartet auf Start',
    starting: 'Die Rechenmaschine startet…',
    recorded: 'Ein aufgezeichneter Lauf, während die Rechenmaschine startet',
    walks: (done, of) => `${done} von ${of} Läufen`,
    remaining: (time) => `noch ${time}`,
    took: (time) => `in ${time}`,
    paused: 'angehalten',
    cancelled: 'abgebrochen',
    failed: 'Der Lauf schlug fehl',
    speedFree: (walks) => `${walks} Läufe/s, ohne Matrix`,
    speed: (walks, weights) => `${walks} Läufe/s · ${weights} Gewichte/s`,
  },
  figures: {
    walkTitle: 'ln Z',
    walkTitleLong: {
      backward: 'ln Z, der Log der quadrierten Norm des Gradienten',
      forward: 'ln Z, der Log der quadrierten Norm der Aktivierung',
      weights: 'ln Z, der Log der quadrierten Norm des Gewichtsgradienten',
    },
    factorTitle: '× Norm',
    layers: {
      backward: 'Schichten zurück vom Ausgang',
      forward: 'Schichten weiter vom Eingang',
      weights: 'Gewichtsmatrizen zurück vom Ausgang',
    },
    meanTheory: (kind) => `Mittel, ${kind}`,
    meanMeasured: 'Mittel, gemessen ± SE',
    deviations: (count, kind) => `+${count} sd, ${kind}`,
    varianceTitle: 'Var ln Z',
    varianceTheory: (slope, kind) => `${kind}: ${slope} je Schicht`,
    varianceMeasured: (slope) => `gemessene Steigung ${slope}`,
    varianceMeasuredPlain: 'gemessen ± SE',
    endTitle: 'wie die Läufe enden',
    densityExact: 'exakte Dichte',
    densityNormal: 'Normaldichte',
    within: (share) => [`${share} enden innerhalb`, 'eines Faktors 10'],
    dead: (share) => `${share} tot`,
    noTheory: 'keine Formel bekannt',
  },
  facts: {
    title: 'Gemessen neben Theorie',
    measured: 'gemessen',
    theory: {
      exact: 'exakt',
      'order-1/N': 'bis Ordnung 1/N',
      'two-number': 'zwei Zahlen',
      'mean-field': 'Mean Field',
      'leading-order': 'führ. Ordnung',
      'new-matrices': 'neue Matrizen',
      reference: '2000 freie Läufe',
    },
    drift: 'Drift je Schicht',
    slope: 'Varianz je Schicht',
    factor: 'typischer Faktor',
    within: 'innerhalb Faktor 10',
    dead: 'tot',
    ratio: 'Tiefe / Breite',
    none: '–',
  },
  curve: {
    title: 'Drift je Schicht',
    grows: 'explodiert',
    shrinks: 'verschwindet',
    label: 'Drift je Schicht gegen Gain',
  },
  badge: {
    software: 'auf dem Prozessor',
    vectors:
      'Alle Kerne rechnen mit ihren Vektoren: eine Grafikkarte gibt es hier nicht, oder sie war nicht gefragt.',
    raced: (speeds) =>
      `Gemessen am Anfang eines solchen Laufs, Gewichte in der Sekunde, ohne Matrizen ebenso viel Arbeit: ${speeds}. Was am schnellsten ist, rechnet.`,
    notWalked: (name) => `${name} lief nicht`,
    starting: 'Rechenmaschine startet',
    lost: 'Gerät verloren',
    broken: 'Keine Rechenmaschine',
    selfTest: { passed: 'Selbsttest bestanden', failed: 'Selbsttest nicht bestanden' },
    checks: {
      logNorm: (difference, allowed) =>
        `ln Z gegen TypeScript in float64: größte Abweichung ${difference} (erlaubt ${allowed})`,
      invariant: (difference, allowed) =>
        `a·δ entlang der Schichten: größte relative Änderung ${difference} (erlaubt ${allowed})`,
    },
    devices: { processor: 'Prozessor', 'unnamed adapter': 'Grafikkarte ohne Namen' },
    names: { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WebAssembly', cpu: 'TypeScript-Referenz' },
  },
  /** What opens the two figures below the walk. */
  insights: {
    label: 'Was der richtige Gain nicht heilt',
    compare: 'Vergleichen',
    alignment: 'Der richtige Gain heilt nicht: Richtungen gleichen sich an',
    stretch: 'Der richtige Gain heilt nicht: Längen gehen auseinander',
  },
  help: 'Was ist das?',
};
