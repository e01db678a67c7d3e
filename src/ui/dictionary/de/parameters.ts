import type { ParametersDictionary } from '#ui/dictionary/parameterText.ts';

/** The parameter table's words in German. */
export const parameters: ParametersDictionary = {
  v: {
    label: 'Version des Links',
    unit: '',
    help: 'Version des Link-Schemas; ein neuerer Link öffnet mit dem, was diese App versteht.',
  },
  view: { label: 'Ansicht', unit: '', help: 'Welche Seite der Link öffnet.' },
  f: {
    label: 'Nichtlinearität',
    unit: '',
    help: 'Die Funktion f, die jede verborgene Einheit auf ihre Präaktivierung anwendet.',
  },
  depth: {
    label: 'Tiefe',
    unit: 'Schichten',
    help: 'D, durch wie viele Schichten der Gradient läuft.',
  },
  width: {
    label: 'Breite',
    unit: 'Einheiten',
    help: 'N, wie viele Einheiten jede Schicht hat. Der Fan-in einer Schicht ist ihre Breite.',
  },
  gain: {
    label: 'Gain',
    unit: '',
    help: 'g, der Faktor vor jeder Gewichtsmatrix. Jedes Gewicht hat die Varianz g²/N.',
  },
  weights: {
    label: 'Gewichte',
    unit: '',
    help: 'Die Verteilung, aus der die Gewichte bei der Initialisierung gezogen werden.',
  },
  pass: {
    label: 'Durchlauf',
    unit: '',
    help: 'Wessen Log-Norm läuft: die des Gradienten (rückwärts), der Aktivierung (vorwärts) oder des Gewichtsgradienten jeder Schicht.',
  },
  ensemble: {
    label: 'Ensemble',
    unit: '',
    help: 'Ein neues Netz für jeden Lauf, oder ein Netz mit neuer Eingabe und neuem Fehler für jeden Lauf.',
  },
  sampler: {
    label: 'Verfahren',
    unit: '',
    help: 'Echte Matrizen, oder ihr exaktes Gesetz ohne Matrix: dieselben Läufe in Verteilung, zu Kosten, die mit der Breite wachsen statt mit ihrem Quadrat.',
  },
  walks: {
    label: 'Läufe',
    unit: '',
    help: 'Wie viele Läufe gemacht werden. Die Fehlerbalken schrumpfen mit der Wurzel ihrer Zahl.',
  },
  input: {
    label: 'Eingabeskala',
    unit: '',
    help: 's, die Standardabweichung der ersten Präaktivierungen.',
  },
  bias: { label: 'Bias', unit: '', help: 'Die Standardabweichung der zufälligen Biases; 0 für keine.' },
  residual: {
    label: 'Residual',
    unit: '',
    help: 'Alpha, das Gewicht jedes Zweigs in h + alpha f(a); 0 für ein einfaches Netz ohne Residualzweige.',
  },
  tied: {
    label: 'geteilte Gewichte',
    unit: '',
    help: '1 für ein rekurrentes Netz: dieselbe Gewichtsmatrix und dieselben Biases in jeder Schicht. 0 für neue in jeder Schicht.',
  },
  contrast: {
    label: 'neu und geteilt',
    unit: '',
    help: '1 zeichnet Läufe mit neuen und mit geteilten Gewichten übereinander.',
  },
  norm: {
    label: 'Normierung',
    unit: '',
    help: 'Was mit den Aktivierungen vor der Matrix geschieht: nichts, Division durch die Wurzel ihres mittleren Quadrats, oder Abzug ihres Mittels und Division durch ihre Abweichung. Keine gelernte Skala.',
  },
  seed: {
    label: 'Seed',
    unit: '',
    help: 'Die Wurzel aller Zufallszahlen: derselbe Seed gibt dieselben Läufe.',
  },
  data: {
    label: 'Daten',
    unit: '',
    help: 'Woran das Netz trainiert wird: Ziffern, die die App selbst zeichnet, echte MNIST-Ziffern, Laute künstlicher Sprache, Punkte auf drei Spiralen, oder eigene Dateien.',
  },
  own: {
    label: 'eigene Daten',
    unit: '',
    help: 'Welche der eigenen Daten data=own meint. Die Dateien bleiben in dem Browser, der sie gelesen hat; anderswo sagt der Link, welche es waren.',
  },
  task: {
    label: 'Aufgabe',
    unit: '',
    help: 'Die Klasse einer Eingabe nennen, oder sie durch das Netz pressen und wiedergeben.',
  },
  batch: {
    label: 'Batch',
    unit: 'Beispiele',
    help: 'Über wie viele Beispiele der Gradient eines Schritts gemittelt wird.',
  },
  rate: {
    label: 'Lernrate',
    unit: '',
    help: 'Wie weit ein Schritt dem Gradienten folgt; tiefe Netze vertragen nur kleine. auto: vor dem ersten Schritt für dieses Netz gesucht und gesenkt, wenn der Loss verlässt, was sie erlaubt.',
  },
  momentum: {
    label: 'Momentum',
    unit: '',
    help: 'Der Anteil der letzten Änderung, den die nächste behält; bei Adam der des mittleren Gradienten, wo 0 die üblichen 0,9 bedeutet.',
  },
  optimizer: {
    label: 'Optimierer',
    unit: '',
    help: 'Wie aus einem Gradienten ein Schritt wird: einfacher stochastischer Gradientenabstieg, mit Momentum, oder Adam.',
  },
  decay: {
    label: 'Ratenabfall',
    unit: 'je 1000 Schritte',
    help: 'Der Faktor, um den die Lernrate in 1000 Schritten fällt; 1 lässt sie, wie sie ist.',
  },
  steps: { label: 'Schritte', unit: '', help: 'An wie vielen Mini-Batches das Netz trainiert wird.' },
  outgain: {
    label: 'Ausgangs-Gain',
    unit: '',
    help: 'Der Gain der Ausgangsschicht; ein kleiner macht die ersten Fehler unabhängig vom Netz.',
  },
  sweep: {
    label: 'Messreihe',
    unit: '',
    help: 'Welche Frage die Skalenansicht stellt: eine Liste von Experimenten, eins nach dem anderen gemessen.',
  },
  widths: {
    label: 'eigene Breiten',
    unit: '',
    help: 'Die Breiten eines eigenen Netzes, Schicht für Schicht, für die Messreihe dieses Namens.',
  },
  scaling: {
    label: 'Skalierung',
    unit: '',
    help: 'Ob die Gewichte der eigenen Breiten nach der Breite skaliert sind, von der eine Schicht empfängt (Fan-in) oder an die sie sendet (Fan-out).',
  },
  budget: {
    label: 'Parameter',
    unit: '',
    help: 'P, wie viele Gewichte die Budget-Reihe auf Tiefe oder Breite verwendet: P ist Tiefe mal Breite im Quadrat.',
  },
  lesson: { label: 'Lektion', unit: '', help: 'Welche der Lektionen die Lernansicht zeigt.' },
  question: {
    label: 'Frage',
    unit: '',
    help: 'Welche der Fragen die Seite der Befunde beantwortet; data sagt, an welchen Daten.',
  },
  backend: {
    label: 'Backend',
    unit: '',
    help: 'Was rechnet; auto nimmt WebGPU, wo der Browser es hat, und fürs Training, was hier schneller ist.',
  },
  theme: {
    label: 'Farben',
    unit: '',
    help: 'Farben und Strichstärken: Papier, dunkel, oder für den Projektor.',
  },
  lang: {
    label: 'Sprache',
    unit: '',
    help: 'Die Sprache der Seite: Englisch, Deutsch, oder was der Browser wünscht.',
  },
  embed: {
    label: 'eingebettet',
    unit: '',
    help: '1 für eine Seite in einer anderen: still, bis sie zu sehen ist, ohne eigenen Kopf, durch Nachrichten gesteuert.',
  },
  pins: {
    label: 'verglichen mit',
    unit: '',
    help: 'Bis zu vier Experimente zum Vergleich, jedes als das, was an ihm anders ist.',
  },
  hide: {
    label: 'verborgen',
    unit: '',
    help: 'Was eine Klasse nicht berühren oder sehen soll: Bedienelemente und Felder, die auf der Seite fehlen.',
  },
  run: {
    label: 'sofort starten',
    unit: '',
    help: '1 startet, sobald der Link geöffnet oder eine Einstellung geändert wird; 0 wartet auf Start.',
  },
};
