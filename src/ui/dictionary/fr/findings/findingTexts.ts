import type { FindingTexts } from '#ui/dictionary/findingTexts.ts';

/** The questions of the findings view and what came out, in French. */
export const findingTexts: FindingTexts = {
  gain: {
    title: 'Quels gains laissent apprendre un réseau d’une profondeur donnée ?',
    question:
      'Des réseaux de 2 à 500 couches, de largeur 32, apprennent dix chiffres pendant 300 pas, avec des gains autour de g*, où le gradient garde sa taille. L’axe dit de combien un gain déplace ln Z sur toutes les couches ensemble.',
    expected:
      'un même déplacement nuit autant à toute profondeur, si bien que le bassin des bons gains est étroit en proportion de 1/D ; et g* s’y trouve.',
    came: ({ percent: p, off }) => [
      `Avec des poids orthogonaux, c’est le cas. À g* il reste ${p('orthogonal', '10', 0)} d’erreurs à 10 couches, ${p('orthogonal', '100', 0)} à 100 et ${p('orthogonal', '500', 0)} à 500 ; un déplacement de +32 en laisse ${p('orthogonal', '100', 32)} à 100 couches, où ce n’est qu’un gain trop grand de ${off(32, 100)}. Un gain trop petit nuit moins aux réseaux profonds : −16 laisse ${p('orthogonal', '10', -16)} à 10 couches et ${p('orthogonal', '100', -16)} à 100.`,
      `Avec des poids gaussiens, g* ne suffit pas. À 50 couches et g*, ReLU laisse ${p('relu', '50', 0)} d’erreurs et tanh ${p('tanh', '50', 0)} ; dès 100 couches, l’un et l’autre n’apprennent presque rien en 300 pas, quel que soit le gain : ReLU à 200 couches et g* : ${p('relu', '200', 0)}. Le gradient y arrive, mais il est très dispersé, et un réseau ReLU profond prend toutes les entrées pour presque la même.`,
    ],
    figures: {
      orthogonal: 'Erreur d’entraînement selon le gain : tanh, poids orthogonaux',
      tanh: 'Erreur d’entraînement selon le gain : tanh, poids gaussiens',
      relu: 'Erreur d’entraînement selon le gain : ReLU, poids gaussiens',
    },
  },
  shape: {
    title: 'Profond et étroit, ou peu profond et large ?',
    question:
      'Tous les réseaux ont 100 000 poids, première et dernière matrices comprises : 2 couches de largeur 101, ou 200 couches de largeur 20. Chacun a son g* et 300 pas.',
    expected:
      'à nombre de poids fixé, Var ln Z croît comme D à la puissance 3/2 : plus profond, donc plus étroit, donc plus agité.',
    came: ({ percent: p, on }) => [
      `En 300 pas, la profondeur ne paie jamais ici. De 2 à 50 couches, l’erreur passe de ${p('depth', 'relu', 2)} à ${p('depth', 'relu', 50)} pour ReLU et de ${p('depth', 'tanh', 2)} à ${p('depth', 'tanh', 50)} pour tanh à poids gaussiens.`,
      `Les poids orthogonaux, sans dispersion dans un réseau linéaire, paient le moins la profondeur : ${p('depth', 'orthogonal', 2)} à 2 couches, ${p('depth', 'orthogonal', 50)} à 50, mais ${p('depth', 'orthogonal', 200)} à 200, de largeur 20. MNIST range les trois de même : à 100 couches, ReLU laisse ${on('mnist').percent('depth', 'relu', 100)}, tanh ${on('mnist').percent('depth', 'tanh', 100)}, tanh orthogonal ${on('mnist').percent('depth', 'orthogonal', 100)}.`,
    ],
    figures: {
      depth: 'Erreur d’entraînement selon la profondeur, à 100 000 poids',
    },
  },
  encode: {
    title: 'La profondeur gâte-t-elle un auto-encodeur ?',
    question:
      'Le réseau rend son entrée à travers 2 à 100 couches de 32 unités, chacun à son g* : 300 pas d’Adam, avec une couche de sortie de gain 0,1. L’erreur 1 est celle de la meilleure réponse constante.',
    expected:
      'à g* le gradient arrive à toute profondeur, si bien que la profondeur seule ne devrait rien gâter.',
    came: ({ percent: p }) => [
      `Elle gâte pourtant : ReLU laisse ${p('depth', 'relu', 2)} de l’erreur à travers 2 couches et ${p('depth', 'relu', 50)} à travers 50, tanh à poids orthogonaux ${p('depth', 'orthogonal', 2)} et ${p('depth', 'orthogonal', 50)}.`,
      `L’ordre n’est pas celui de la classification : à travers 2 couches, ReLU devance tanh à poids orthogonaux. Une réponse de 784 nombres demande que tout ce qu’une couche transmet reste distinct, et pas seulement un gradient qui arrive.`,
    ],
    figures: {
      depth: 'Erreur de l’auto-encodage selon la profondeur',
    },
  },
  time: {
    title: 'Combien de temps pour perdre la moitié de la perte ?',
    question:
      'Pas jusqu’à ce que la perte moyenne de 20 mini-lots soit la moitié de celle du hasard : à g*, en 600 pas au plus. Où aucun entraînement n’y est parvenu, il n’y a pas de point.',
    expected: 'des gradients d’une même taille à toute profondeur demanderaient à peu près autant de pas.',
    came: ({ steps: s, on }) => [
      `Même avec des poids orthogonaux, la profondeur coûte du temps, mais bien moins qu’en proportion : ${s('depth', 'orthogonal', 2)} pas à travers 2 couches, ${s('depth', 'orthogonal', 100)} à travers 100, cinquante fois plus profond.`,
      `Avec des poids gaussiens elle coûte plus : ReLU demande ${s('depth', 'relu', 2)} pas à travers 2 couches et ${s('depth', 'relu', 10)} à travers 10, et dès 50 couches ni lui ni tanh gaussien n’y parviennent en 600. Les sons de parole demandent plus : à travers 2 couches ReLU y prend ${on('phones').steps('depth', 'relu', 2)} pas, et ${s('depth', 'relu', 2)} sur les chiffres. Le taux d’apprentissage est celui que chaque réseau a trouvé : un petit taux fait partie de la réponse.`,
    ],
    figures: {
      depth: 'Pas jusqu’à la moitié de la perte du hasard selon la profondeur',
    },
  },
  cures: {
    title: 'Branches et normes épargnent-elles la recherche d’un gain ?',
    question:
      'Au-delà de l’article : des réseaux ReLU à branches résiduelles, à norme devant chaque matrice, et aux deux, au gain de He selon la profondeur ; et 50 couches de chacun, pour des gains du quart au quadruple de celui de He.',
    expected:
      'une norme met le gain hors jeu, et des branches font d’une exponentielle une puissance de la profondeur.',
    came: ({ percent: p }) => [
      `Les deux ensemble le font : des branches avec norme de couche laissent ${p('depth', 'both', 100)} d’erreurs à 100 couches, et à 50 couches ${p('gain', 'both', 1 / 4)} au quart du gain de He et ${p('gain', 'both', 4)} au quadruple.`,
      `Seules, ni les unes ni l’autre. La norme RMS rend le gain indifférent et laisse pourtant ${p('depth', 'rms', 50)} à 50 couches, comme un réseau simple, ${p('depth', 'plain', 50)} : un gradient de la bonne taille n’est pas ce qui manque. Des branches de α = 1 sans norme rendent dès 50 couches les sorties si grandes qu’elles ne supportent que des taux inférieurs à 1e−9 et n’apprennent rien, ${p('depth', 'branches', 50)} ; à quatre fois le gain de He, la première passe sort déjà de float32, ce qui compte comme tout faux. Avec α = 1/√D elles apprennent, ${p('depth', 'rootBranches', 50)} à 50 couches, jusqu’à un gain double de celui de He : ${p('gain', 'rootBranches', 2)}.`,
    ],
    figures: {
      depth: 'Erreur d’entraînement selon la profondeur, au gain de He',
      gain: 'Erreur d’entraînement de 50 couches selon le gain',
    },
  },
  tied: {
    title: 'Toujours la même matrice, ou une nouvelle à chaque couche ?',
    question:
      'Au-delà de l’article : les mêmes réseaux, récurrents et non bouclés, au g* des non bouclés : une matrice pour toutes les couches, ou une chacune.',
    expected:
      'jusqu’à environ √N couches, six ici, les deux s’accordent ; au-delà, la variance de ln Z d’un réseau récurrent croît comme le carré de la profondeur, et aucun gain n’y remédie. Les poids orthogonaux, si.',
    came: ({ percent: p }) => [
      `Il en va ainsi à l’entraînement. À 10 couches, tanh gaussien laisse ${p('tanh', 'tied', 10)} d’erreurs avec une matrice et ${p('tanh', 'untied', 10)} avec de nouvelles, à 20 couches ${p('tanh', 'tied', 20)} et ${p('tanh', 'untied', 20)} ; ReLU s’écarte plus tôt, à 10 couches ${p('relu', 'tied', 10)} et ${p('relu', 'untied', 10)}.`,
      `Les poids orthogonaux y remédient beaucoup, mais pas tout à fait : à 100 couches ils laissent ${p('orthogonal', 'tied', 100)} avec une matrice et ${p('orthogonal', 'untied', 100)} avec de nouvelles, alors que les marches d’un réseau linéaire ne différeraient pas. Mais tanh n’est pas linéaire, et une mise à jour de l’unique matrice déplace toutes les couches à la fois.`,
    ],
    figures: {
      orthogonal: 'Erreur d’entraînement selon la profondeur : tanh, poids orthogonaux',
      tanh: 'Erreur d’entraînement selon la profondeur : tanh, poids gaussiens',
      relu: 'Erreur d’entraînement selon la profondeur : ReLU, poids gaussiens',
    },
  },
};
