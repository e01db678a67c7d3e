import type { Translated } from '#experiment/dictionary/translated.ts';
import type { insight as english } from '#ui/dictionary/en/insight.ts';

/** Words of the two figures of what the right gain does not fix, in French. */
export const insight: Translated<typeof english> = {
  alignment: {
    title: '|cos| de l’angle entre les vecteurs de deux entrées',
    xTitle: 'couches depuis le début de la propagation',
    activation: 'activations',
    gradient: 'gradients',
    theory: 'ReLU, largeur infinie',
    layer: 'couche',
    what: 'Deux entrées indépendantes, et deux erreurs indépendantes en sortie, traversent un même réseau. Là où le cosinus approche de 1, le réseau ne les distingue plus, bien que leurs longueurs soient conservées. Les lignes sont des moyennes sur les réseaux, les bandes un écart type.',
    known: {
      relu: 'Les activations ReLU suivent l’application de corrélation en largeur infinie (trait fin), qui tend vers 1 quel que soit le gain. Les gradients s’alignent là où les deux entrées ouvrent les mêmes unités, et se séparent à nouveau près de l’entrée, où elles ne le font pas.',
      linear:
        'En largeur infinie, des couches linéaires conservent l’angle ; en largeur finie, tous les vecteurs pointent dans la même direction après environ 2N couches. Des poids orthogonaux conservent tous les angles.',
      other: 'Aucune formule n’est montrée pour cette non-linéarité.',
    },
  },
  stretch: {
    title: 'croissance de ln par couche',
    xTitle: 'axe, du plus long au plus court',
    gaussian: 'gaussiens',
    orthogonal: 'orthogonaux',
    theory: 'exact',
    layer: 'axe',
    what: 'Les jacobiennes f′(a)W de toutes les couches sont multipliées, et les axes rendus orthogonaux après chacune (QR), pour que rien ne déborde. On montre la moyenne sur les couches du ln de la croissance de chaque axe : pour des produits profonds, les logarithmes des valeurs singulières divisés par la profondeur. Bon gain ou non, les axes d’un réseau gaussien s’écartent.',
    known: {
      relu: 'ReLU garde à chaque couche environ la moitié des axes et met fin aux autres : une ligne s’arrête là où il ne reste plus d’axe.',
      linear: 'Des poids orthogonaux traitent tous les axes de même : la ligne est à ln g.',
      other: 'Aucune formule n’est montrée pour cette non-linéarité.',
    },
  },
  looking: (done, all) => `réseau ${done} sur ${all}`,
  looked: (all) => `${all} réseaux`,
  capped: (width, asked) => `Examiné à la largeur ${width}, et non ${asked}.`,
  plain: (residual, tied, norm) => {
    const left = [residual ? 'branches' : '', norm ? 'normalisation' : ''].filter(Boolean).join(' ni ');
    return [left && `Sans ${left}`, tied ? 'Avec de nouvelles matrices à chaque couche' : '']
      .filter(Boolean)
      .join('. ');
  },
  failed: (message) => `L’examen s’est interrompu : ${message}`,
  deviation: (line) => `${line}, écart type`,
};
