import type { Dictionary } from '#experiment/dictionary/dictionary.ts';

/** What the measurements beside the figures are, for whoever taps on their names, in French. */
export const facts: Dictionary['facts'] = {
  drift: 'De combien ln Z se déplace en une couche, en moyenne. Zéro : c’est à cela que sert un bon gain.',
  slope: 'De combien la variance de ln Z croît à chaque couche : la pente de la deuxième figure.',
  factor:
    'Par quoi la norme est typiquement multipliée ou divisée dans un réseau : e puissance la moitié de l’écart type de ln Z.',
  within: 'Part des marches dont la norme finit entre un dixième et dix fois sa valeur de départ.',
  dead: 'Part des marches où une couche n’avait aucune unité active, si bien que rien ne passe plus.',
  ratio:
    'À l’ordre dominant, la dispersion des marches ne dépend de la profondeur et de la largeur que par ce rapport.',
};
