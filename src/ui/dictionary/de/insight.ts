import type { Translated } from '#experiment/dictionary/translated.ts';
import type { insight as english } from '#ui/dictionary/en/insight.ts';

/** Words of the two figures of what the right gain does not fix, in German. */
export const insight: Translated<typeof english> = {
  alignment: {
    title: '|cos| des Winkels zwischen den Vektoren zweier Eingaben',
    xTitle: 'Schichten vom Beginn des Durchlaufs',
    activation: 'Aktivierungen',
    gradient: 'Gradienten',
    theory: 'ReLU, unendliche Breite',
    layer: 'Schicht',
    what: 'Zwei unabhängige Eingaben und zwei unabhängige Fehler am Ausgang gehen durch ein Netz. Wo der Kosinus nahe 1 ist, unterscheidet das Netz sie nicht mehr, obwohl ihre Längen erhalten sind. Linien sind Mittel über Netze, Bänder eine Standardabweichung.',
    known: {
      relu: 'ReLU-Aktivierungen folgen der Korrelationsabbildung unendlicher Breite (dünne Linie), die bei jedem Gain gegen 1 geht. Gradienten richten sich aus, wo beide Eingaben dieselben Einheiten öffnen, und trennen sich nahe dem Eingang wieder, wo sie es nicht tun.',
      linear:
        'Lineare Schichten unendlicher Breite erhalten den Winkel; bei endlicher Breite zeigen nach etwa 2N Schichten alle Vektoren in eine Richtung. Orthogonale Gewichte erhalten jeden Winkel.',
      other: 'Für diese Nichtlinearität wird keine Formel gezeigt.',
    },
  },
  stretch: {
    title: 'ln Wachstum je Schicht',
    xTitle: 'Achse, von der längsten an',
    gaussian: 'normalverteilt',
    orthogonal: 'orthogonal',
    theory: 'exakt',
    layer: 'Achse',
    what: 'Die Jacobi-Matrizen f′(a)W aller Schichten werden multipliziert und die Achsen nach jeder wieder orthogonal gemacht (QR), damit nichts über- oder unterläuft. Gezeigt ist das Mittel über die Schichten von ln des Wachstums jeder Achse: für tiefe Produkte die Logarithmen der Singulärwerte durch die Tiefe. Richtiger Gain oder nicht, die Achsen eines normalverteilten Netzes gehen auseinander.',
    known: {
      relu: 'ReLU behält in jeder Schicht etwa die Hälfte der Achsen und beendet die anderen: eine Linie hört auf, wo keine Achse übrig ist.',
      linear: 'Orthogonale Gewichte halten alle Achsen gleich: die Linie liegt bei ln g.',
      other: 'Für diese Nichtlinearität wird keine Formel gezeigt.',
    },
  },
  looking: (done, all) => `Netz ${done} von ${all}`,
  looked: (all) => `${all} Netze`,
  capped: (width, asked) => `Angesehen in Breite ${width}, nicht ${asked}.`,
  plain: (residual, tied, norm) => {
    const left = [residual ? 'Zweige' : '', norm ? 'Normierung' : ''].filter(Boolean).join(' und ');
    return [left && `Ohne ${left}`, tied ? 'Mit neuen Matrizen in jeder Schicht' : '']
      .filter(Boolean)
      .join('. ');
  },
  failed: (message) => `Die Ansicht brach ab: ${message}`,
  deviation: (line) => `${line}, Standardabweichung`,
};
