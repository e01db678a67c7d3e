import type { Dictionary } from '#experiment/dictionary/dictionary.ts';

/** What the measurements beside the figures are, for whoever taps on their names, in German. */
export const facts: Dictionary['facts'] = {
  drift: 'Wie weit ln Z sich im Mittel in einer Schicht bewegt. Null: dafür ist ein guter Gain da.',
  slope: 'Wie viel die Varianz von ln Z mit jeder Schicht wächst: die Steigung der zweiten Abbildung.',
  factor:
    'Womit die Norm in einem Netz typischerweise malgenommen oder geteilt wird: e hoch die halbe Standardabweichung von ln Z.',
  within: 'Anteil der Läufe, deren Norm zwischen einem Zehntel und dem Zehnfachen des Anfangs endet.',
  dead: 'Anteil der Läufe, bei denen in einer Schicht keine Einheit aktiv war, so dass nichts weitergeht.',
  ratio:
    'Wie breit die Läufe auseinandergehen, hängt in erster Ordnung nur über dieses Verhältnis von Tiefe und Breite ab.',
};
