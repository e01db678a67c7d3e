import type { Translated } from '#experiment/dictionary/translated.ts';
import type { scale as english } from '#ui/dictionary/en/scale.ts';

/** The words of the scale view in German. */
export const scale: Translated<typeof english> = {
  sweepLabel: 'Frage',
  actions: {
    run: 'Start',
    cancel: 'Abbrechen',
    resume: 'Weiter',
    restart: 'Neustart',
    restartHelp: 'Jeden Punkt neu messen, mit demselben Seed',
  },
  progress: {
    label: 'Gemessene Punkte',
    waiting: 'Wartet auf Start',
    points: (done, of) => `${done} von ${of} Punkten`,
    remaining: (time) => `noch etwa ${time}`,
    took: (time) => `in ${time}`,
    cancelled: 'abgebrochen; Weiter misst den Rest',
    failed: 'Die Messreihe schlug fehl',
    sampler: {
      matrices: 'echte Matrizen',
      free: 'Läufe ohne Matrix, exakt in Verteilung',
      training: 'Training',
    },
    fewer: 'breite und tiefe Punkte haben weniger Läufe, der Zeit wegen',
    fewerUnlessFree:
      'breite und tiefe Punkte haben weniger Läufe, der Zeit wegen; ohne Matrix ginge alles in Sekunden',
  },
  hint: 'Auf eine Messung zeigen, um sie zu lesen; sie öffnen, um ihre Läufe zu sehen.',
  readout: {
    measured: 'gemessen',
    unmeasured: 'noch nicht gemessen',
    theory: { exact: 'exakt', approximate: 'genähert' },
    off: (count) => `${count} Standardfehler daneben`,
    walks: (walks, dead) => (dead > 0 ? `${walks} Läufe, ${dead} tot` : `${walks} Läufe`),
  },
  failed: (message) =>
    `Die Messreihe brach ab: ${message} Gemessenes bleibt; Weiter macht mit dem Rest weiter.`,
  table: {
    caption: 'Die Abbildungen als Zahlen',
    columns: {
      gain: 'Gain',
      layer: 'Schicht',
      depth: 'Tiefe',
      width: 'Breite',
      walks: 'Läufe',
      dead: 'tote Läufe',
      drift: 'Drift je Schicht',
      driftError: 'ihr Standardfehler',
      driftTheory: 'Drift je Schicht, Theorie',
      gainError: 'sein Standardfehler',
      gainTheory: 'g*, Theorie',
      gainPaper: 'die Formel des Papers',
      variance: 'Varianz von ln Z',
      varianceError: 'ihr Standardfehler',
      varianceTheory: 'Varianz von ln Z, Theorie',
      varianceLeading: 'in erster Ordnung',
      within: 'Anteil innerhalb eines Faktors 10',
      withinError: 'sein Standardfehler',
      withinTheory: 'Anteil innerhalb eines Faktors 10, Theorie',
      mean: 'Mittel von ln Z',
      meanError: 'sein Standardfehler',
      meanTheory: 'Mittel von ln Z, Theorie',
      median: 'Median von ln Z',
      medianTheory: 'Median von ln Z, Theorie',
      medianWalks: 'Läufe hinter dem Median',
      logMeanOfZ: 'ln des Stichprobenmittels von Z',
      logMeanOfZTheory: 'ln des Mittels von Z, Theorie',
      share: 'Anteil des Schritts',
      steps: 'Schritte',
      loss: 'Trainings-Loss',
      error: 'Trainingsfehler',
      diverged: 'divergiert',
    },
    none: '–',
  },
  sentence: {
    gain: () =>
      `In einem {f}-Netz, {depth} Schichten tief und {width} breit, verkleinert oder vergrößert jede Schicht den Gradienten, je nach Gain.`,
    width: () =>
      `Welcher Gain erhält den Gradienten eines {f}-Netzes, wenn die Schichten schmal sind und wenn sie breit sind?`,
    map: () =>
      `Wie weit irrt der Gradient eines einzelnen Netzes mit {f}-Einheiten ab, bei jeder Tiefe und Breite?`,
    budget: () => `{budget} Gewichte machen ein {f}-Netz breit oder tief; welches erhält seinen Gradienten?`,
    mean: () =>
      `In einem {f}-Netz, {depth} Schichten tief und {width} breit, gehen das Mittel von Z und ein typisches Z auseinander.`,
    widths: () => `In einem {f}-Netz mit eigenen Breiten: welche Schicht macht den Gradienten wild?`,
    error: () => `{f}-Netze, {width} breit, trainiert an {data}: welcher Gain lässt welche Tiefe lernen?`,
  },
  outcome: {
    gain: (best, kind, measured) =>
      `Er steht still bei g* = ${best} ${{ exact: 'nach exakter Theorie', approximate: 'nach genäherter Theorie', sampled: 'wie eine Suche durch Läufe fand' }[kind]}${measured === '' ? '' : `, hier gemessen bei ${measured}`}.`,
    gainHe: (factor) => ` Mit Hes Gain kommt die typische Norm auf ${factor} ihrer Größe`,
    gainWrong: (factor) => `; mit der Varianz 1/N, für eine Standardabweichung gehalten, auf ${factor}.`,
    width: (kind, narrow, narrowN, wide, wideN) =>
      `Nach ${kind === 'exact' ? 'exakter' : 'genäherter'} Theorie ${narrow} bei Breite ${narrowN} und ${wide} bei Breite ${wideN}.`,
    paper: (most, mostN, least, leastN) =>
      ` Die Formel des Papers liegt bei Breite ${mostN} um ${most} daneben und bei Breite ${leastN} um ${least}.`,
    map: (coefficient) =>
      `In erster Ordnung zählt nur das Verhältnis: Var ln Z ist ${coefficient} mal Tiefe durch Breite.`,
    mapPlain: 'Am meisten zählt das Verhältnis von Tiefe zu Breite.',
    agree: (within, of) =>
      ` Von ${of} gemessenen Feldern liegen ${within} innerhalb zweier Standardfehler der exakten Theorie.`,
    budget: (shallow, deep) =>
      `${shallow}; ${deep}. Auf Tiefe verwendet irrt dasselbe Budget weiter ab: Var ln Z wächst wie D√D.`,
    budgetShape: (depth, width, factor) =>
      `In ${depth} Schichten von ${width} wird der Gradient eines Netzes typischerweise mit ${factor} malgenommen oder geteilt`,
    budgetDeep: (depth, width, factor) => `in ${depth} Schichten von ${width} mit ${factor}`,
    budgetNone: 'Keine Tiefe von 2 bis 1000 passt mit Schichten von 4 bis 1024 in dieses Budget.',
    mean: (mean, typical) => `Mit Hes Gain ist das Mittel von Z ${mean}, ein typisches aber ${typical}.`,
    meanPlain: (typical) =>
      `Mit Hes Gain ist ein typisches Z ${typical}; für sein Mittel gibt es hier keine Formel.`,
    meanBest: (mean) => ` Bei g* ist ein typisches Z 1, und das Mittel ${mean}.`,
    meanSample: (walks, he, best) =>
      ` Mittel über ${walks} Läufe sagen ${he} und ${best}: seltene, riesige Gradienten machen das Mittel, und eine Stichprobe sieht wenige davon.`,
    widths: (gain, exact, width, share) =>
      `Mit Gain ${gain} kommt Var ln Z auf ${exact}, exakt; ${share} davon macht die Breite ${width}.`,
    widthsPlain: (gain) => `Mit Gain ${gain}; für diese Nichtlinearität ist kein exaktes Gesetz bekannt.`,
    widthsMeasured: (measured) => ` Gemessen: ${measured}.`,
    widthsSquare: (square) => ` Ein Netz, das überall ${square} breit ist, ist etwa ebenso wild.`,
    error: (error, gain, depth) =>
      `Der kleinste Fehler bisher ist ${error}, mit Gain ${gain} und ${depth} Schichten.`,
    errorPending: 'Jedes Feld ist ein Netz, das einige Schritte trainiert wird.',
    errorLimits: (steps, depth) => ` Hier höchstens ${steps} Schritte und ${depth} Schichten.`,
  },
  data: { digits: 'gezeichneten Ziffern', mnist: 'MNIST', spirals: 'Spiralen' },
  figures: {
    gain: {
      title: { wide: 'Drift der Log-Norm', narrow: 'Um die Null, vergrößert' },
      x: 'Gain (log. Skala)',
      y: 'ln Z je Schicht',
      theory: { exact: 'exakt', approximate: 'genähert' },
      where: (gain) => `Gain ${gain}`,
      names: {
        auto: 'g*',
        paper: 'Paper',
        he: 'He',
        lecun: 'LeCun, Glorot',
        wrong: '1/N als Abweichung gelesen',
      },
    },
    width: {
      title: 'g*, der Gain ohne Drift',
      y: 'Gain',
      x: 'Breite N (log. Skala)',
      theory: { exact: 'exakt', approximate: 'genähert' },
      paper: 'die Formel des Papers',
      difference: {
        exact: 'Neben dem exakten g*, vergrößert',
        approximate: 'Neben dem genäherten g*, vergrößert',
      },
      percent: 'Prozent, jenseits von ±0.05 logarithmisch',
      where: (width, depth) => `g* bei Breite ${width}, über ${depth} Schichten`,
    },
    map: {
      quantity: {
        variance: 'Var ln Z, wie weit der Gradient eines Netzes abirrt',
        within: 'Anteil der Gradienten, die innerhalb eines Faktors 10 enden',
      },
      switchLabel: 'gezeigt',
      switches: { variance: 'Var ln Z', within: 'Anteil innerhalb eines Faktors 10' },
      x: 'Tiefe D (log. Skala)',
      y: 'Breite N (log. Skala)',
      shades: {
        variance: { light: 'Var 0.1', dark: '1000' },
        within: { light: 'alle innerhalb', dark: 'keiner' },
      },
      key: 'Ein Feld ist exakte Theorie; die gerahmte Platte darin ist gemessen, in denselben Tönen.',
      contour: (ratio) => `D/N = ${ratio}`,
      where: (depth, width) => `${depth} Schichten von ${width}`,
    },
    budget: {
      title: 'Var ln Z einer festen Zahl von Gewichten',
      y: 'Var ln Z (log. Skala)',
      x: 'Tiefe D, auf die das Budget verwendet wird (log. Skala)',
      theory: { exact: 'exakt', approximate: 'genähert' },
      leading: 'c D√D/√P',
      share: 'Anteil innerhalb eines Faktors 10',
    },
    mean: {
      title: 'Mittel gegen typisch',
      y: 'Z (log. Skala)',
      x: 'Schichten zurück vom Ausgang',
      rules: { he: 'Hes Gain', auto: 'g*' },
      curves: {
        he: { mean: 'Mittel von Z, He', typical: 'typisches Z, He' },
        auto: { mean: 'Mittel von Z, g*', typical: 'typisches Z, g*' },
      },
      sample: (walks) => `Mittel über ${walks} Läufe`,
      runningTitle: 'Das Mittel von Z, während Läufe hinzukommen',
      walks: 'Läufe (log. Skala)',
      running: {
        he: { exact: 'Mittel, He', sample: 'Stichprobe, He' },
        auto: { exact: 'Mittel, g*', sample: 'Stichprobe, g*' },
      },
      readout: ({ rule, layer, mean, theory, median, sample }) =>
        `${rule}, Schicht ${layer}: Mittel von ln Z gemessen ${mean}, Theorie ${theory}; Median von ln Z ${median}; Mittel von Z ${sample}`,
    },
    widths: {
      title: 'Var ln Z, Schicht für Schicht',
      steps: 'Was jeder Schritt hinzufügt',
      x: 'Breite der Schicht, in der der Schritt ankommt, vom Ausgang zurück',
      y: 'Var ln Z',
      stepY: 'Varianz des Schritts',
      exact: 'exakt',
      bottleneck: (width, share) => `Breite ${width}: ${share} davon`,
      where: (layer, width) => `${layer} Schichten zurück, Ankunft in ${width} Einheiten`,
    },
    error: {
      title: {
        classify: 'Trainingsfehler nach wenigen Schritten',
        encode: 'Fehler gegen die beste feste Antwort',
      },
      x: 'Gain (log. Skala)',
      y: 'Tiefe D (log. Skala)',
      light: 'kein Fehler',
      dark: { classify: 'Zufall', encode: 'nicht besser als fest' },
      ridge: 'g*',
      diverged: 'divergiert',
      readout: ({ gain, depth, error, loss, steps }) =>
        error === ''
          ? `Gain ${gain}, ${depth} Schichten: noch nicht trainiert`
          : `Gain ${gain}, ${depth} Schichten: ${error} nach ${steps} Schritten${loss === '' ? '' : `, Loss ${loss}`}`,
    },
  },
};
