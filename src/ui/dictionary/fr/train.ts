import type { Translated } from '#experiment/dictionary/translated.ts';
import type { ParameterKey } from '#experiment/experiment.ts';
import { numberText, percentText } from '#plots/numberText.ts';
import type { train as english, TrainedPart } from '#ui/dictionary/en/train.ts';
import { parameterText } from '#ui/dictionary/parameterText.ts';
import { countText } from '#ui/text/countText.ts';

const labels = (keys: readonly ParameterKey[]) => keys.map((key) => parameterText(key).label).join(', ');

const layerText = (layer: number, depth: number) =>
  layer > depth
    ? 'dans la couche de sortie'
    : layer === 0
      ? 'dans la couche d’entrée'
      : `dans la couche ${layer} sur ${depth}`;

const quantities: Readonly<Record<string, string>> = {
  activation: 'l’activation est trop grande',
  gradient: 'le gradient est trop grand',
  delta: 'le gradient est trop grand',
  weight: 'un poids est trop grand',
  weights: 'un poids est trop grand',
};

const trainedParts: Readonly<Record<TrainedPart, string>> = {
  tied: 'une même matrice dans toutes les couches',
  residual: 'des branches résiduelles de poids {residual}',
  rms: 'une norme RMS avant chaque matrice',
  layer: 'une norme de couche avant chaque matrice',
};

const list = new Intl.ListFormat('fr');

/** Every word of the train view, in French. */
export const train: Translated<typeof english> = {
  stepHelp: 'Un mini-lot de plus',
  autoRate: {
    label: 'cherché pour ce réseau',
    help: 'Une part de ce que le réseau supporte tout juste, cherchée par des pas sur quelques exemples, chacun deux fois plus long que le précédent, jusqu’à ce que la perte monte ; abaissé chaque fois que la perte sort de ce qu’elle permet, et réessayée en chemin, où elle peut croître. Décochez pour garder le nombre.',
  },
  more: 'Autres réglages',
  speed: {
    label: 'allure',
    help: 'L’allure de l’entraînement : aussi vite que possible, retenue pour qu’on puisse suivre, ou au ralenti : une propagation vers l’arrière à la fois, couche par couche.',
    options: {
      full: 'pleine vitesse',
      ten: '10 pas par seconde',
      one: '1 pas par seconde',
      slow: 'au ralenti',
    },
  },
  sentence: {
    lead: (_article, _depth, task, parts) =>
      `Un réseau {f} de profondeur {depth} et de largeur {width}, avec ${list.format([
        'un gain de {gain}',
        ...parts.map((part) => trainedParts[part]),
      ])}, ${task} {data} au taux d’apprentissage {rate}.`,
    task: { classify: 'apprend à nommer', encode: 'apprend à restituer' },
    classified: (step, loss, accuracy) =>
      `Après ${countText(step)} pas, sa perte est de ${numberText(loss, 3)}${
        accuracy === null ? '' : `, et il nomme juste ${percentText(accuracy)} de ce qu’il n’a jamais vu`
      }.`,
    encoded: (step, loss, share) =>
      `Après ${countText(step)} pas, son erreur est de ${numberText(loss, 3)}${
        share === null
          ? ''
          : `, soit, sur ce qu’il n’a jamais vu, ${percentText(share)} de celle de la meilleure image constante`
      }.`,
    waiting: 'Il n’a pas commencé.',
    broken: 'Il s’est arrêté à son premier pas.',
    preparing: {
      engine: 'Le moteur de calcul démarre.',
      data: 'Les données sont en train d’être dessinées.',
      network: 'Le réseau est tiré au sort, et la façon la plus rapide de l’entraîner cherchée.',
    },
  },
  panels: {
    backward: 'ln |δ|², le gradient',
    weights: 'ln |∂E/∂W|², gradients des poids',
    forward: 'ln |h|², les activations',
    now: 'maintenant',
    atStart: 'au départ',
    theory: (kind, hasSpread) => `${kind}${hasSpread ? ' ± 2 σ' : ''}`,
    layers: 'couches en remontant depuis la sortie',
  },
  heat: {
    title: {
      backward: 'Le gradient à travers les couches, pas à pas',
      weights: 'Les gradients des poids à travers les couches, pas à pas',
      forward: 'Les activations à travers les couches, pas à pas',
    },
    shortTitle: {
      backward: 'Le gradient',
      weights: 'Gradients des poids',
      forward: 'Les activations',
    },
    step: 'pas ↓',
    scale: ['évanoui', 'conservé', 'explosé'],
  },
  loss: {
    classify: 'Perte, entropie croisée',
    encode: 'Erreur quadratique moyenne',
    training: 'apprentissage',
    heldOut: 'jamais vu',
    chance: 'au hasard',
    constant: 'meilleure image constante',
    steps: 'nombre de pas',
  },
  accuracy: 'Part de réponses justes',
  examples: {
    classify: 'Du jamais vu, et ce qu’en dit le réseau',
    encode: 'Du jamais vu, et ce qui en revient',
    surface: 'Ce qu’il dit sur le plan',
    said: (said) => (said < 0 ? '–' : String(said)),
    is: (label) => ` (${label})`,
    key: 'en couleur : faux, avec ce que c’est',
  },
  speech: {
    title: {
      classify: 'Une voix jamais entendue, et ce qu’en dit le réseau',
      encode: 'Une voix jamais entendue, et ce que le réseau ne restitue pas',
    },
    names:
      'Voyelles comme dans l’anglais iy heed, ih hid, eh head, ae had, aa hod, ao hawed, uh hood, uw who’d, ah hud, er heard ; ng comme dans parking, sh comme ch, y comme dans yeux ; sil est le silence. Une occlusive, p t k, est sa fermeture et son explosion. Le son est synthétique, les syllabes ne veulent rien dire.',
    key: 'en couleur : faux',
    play: 'Écouter',
    stop: 'Arrêter',
    said: 'dit',
    network: 'réseau',
    error: 'erreur',
    spoken: (phones) => `Dit : ${phones}.`,
    named: (share, frames) =>
      `Le réseau nomme juste ${percentText(share)} de ces ${countText(frames)} trames.`,
  },
  progress: {
    steps: (done, of) => `${countText(done)} pas sur ${countText(of)}`,
    rate: (steps, samples) => `${numberText(steps, 3)} pas/s · ${countText(samples)} exemples/s`,
    way: (implementation, backend, device) =>
      `${implementation === 'composed' ? 'TensorFlow.js' : implementation === 'fused' ? 'noyaux WGSL' : 'noyaux propres'} · ${backend} · ${device}`,
    size: (parameters, bytes) => `${countText(parameters)} poids · ${numberText(bytes / 2 ** 20, 2)} Mo`,
    because: (keys) => `recommencé, car modifié : ${labels(keys)}`,
    found: 'recommencé : g* est trouvé',
    sought: (gain) => `commencé avec le gain ${gain}, avant que g* soit trouvé`,
    halved: (times, step) =>
      `la perte montait : taux d’apprentissage abaissé${times === 1 ? '' : `, ${times} fois en tout`}, reprise au pas ${countText(step)}`,
    retuned: (key, step) =>
      `${parameterText(key).label} modifié au pas ${countText(step)} : le lien seul ne reproduit pas cet entraînement`,
  },
  ways: {
    name: (implementation, backend) =>
      implementation === 'composed'
        ? `TensorFlow.js sur ${backend}`
        : implementation === 'fused'
          ? 'les noyaux WGSL'
          : `les noyaux propres en ${backend}`,
    compared: (difference, allowed) =>
      `gradients des noyaux contre TensorFlow.js : plus grand écart relatif ${difference} (permis ${allowed})`,
    raced: (times) => `un pas chacun : ${times}`,
    software: 'l’adaptateur graphique est logiciel : le processeur est plus rapide sans lui',
    notStarted: (way) => `n’a pas démarré : ${way}`,
    unusable: (way, detail) =>
      `inutilisable ici${detail === '' ? '' : ` (${detail})`} : ${way} ; la façon suivante est prise à la place`,
  },
  interrupted: {
    device: (step) =>
      `La carte graphique a disparu. L’entraînement reprend au pas ${countText(step)} ; rien d’autre n’est perdu.`,
    way: (way, step) =>
      `Échec de : ${way}. L’entraînement reprend au pas ${countText(step)} de la façon suivante.`,
    worker: (step) =>
      `Ce qui entraîne s’était arrêté et a été redémarré. L’entraînement reprend au pas ${countText(step)}.`,
  },
  left: {
    what: (step) => `Un entraînement de ce réseau est resté au pas ${countText(step)}.`,
    goOn: 'Continuer',
    anew: 'Recommencer',
  },
  diverged: (where, layer, depth, step) =>
    `L’entraînement est sorti de float32 au pas ${countText(step)} : ${
      where === 'loss'
        ? 'la perte n’est plus un nombre'
        : `${quantities[where] ?? where} ${layerText(layer, depth)}`
    }. Les poids sont gardés tels qu’ils étaient avant ce pas.`,
  stuck: {
    what: (steps) =>
      `Après ${countText(steps)} pas, le réseau ne répond pas mieux que ne le ferait une seule réponse constante.`,
    gradient: (factor) =>
      `De la sortie à la première couche, la norme de son gradient est multipliée par ${factor}.`,
    gone: 'À la première couche, il ne reste plus rien de son gradient en float32.',
  },
  outsized: (factor) =>
    `La première perte valait ${factor} fois celle d’une seule réponse constante : les sorties sont bien trop grandes au départ, et le réseau ne supporte qu’un taux d’apprentissage infime. La cause est le réseau, non le taux.`,
  remedies: {
    gain: (gain) => `Recommencer avec le gain g* = ${numberText(gain, 5)}`,
    rate: 'Recommencer avec un taux d’apprentissage cherché pour ce réseau',
    branches: (alpha) =>
      `Recommencer avec des branches résiduelles de poids 1/√D = ${numberText(alpha, 2)} et une norme RMS`,
  },
  mnist: {
    title: 'Les vrais chiffres de MNIST',
    drop: 'Déposez les quatre fichiers ici ou n’importe où sur la page, compressés ou non.',
    choose: 'Choisir les quatre fichiers',
    fetch: 'Les télécharger d’un miroir public (11 Mo)',
    working: { files: 'Lecture des fichiers…', served: 'Lecture…', mirror: 'Téléchargement…' },
    done: (train, heldOut, kept) =>
      `MNIST est là : ${countText(train)} chiffres à apprendre, ${countText(heldOut)} mis de côté${
        kept ? ' ; gardés dans ce navigateur' : ' ; ce navigateur ne les garde pas'
      }.`,
    goesOn: 'L’entraînement continue avec ce qu’il avait.',
    instead: 'Des chiffres dessinés sont utilisés à la place.',
  },
  network: {
    label: 'réseau',
    help: 'Le réseau entraîné avec son expérience, en un fichier au format safetensors : on peut l’ouvrir ici pour continuer, ou en Python. Un réseau de plus de 64 Mo n’est pas copié vers la page et ne peut pas être enregistré.',
    file: 'reseau',
    save: 'Enregistrer',
    open: 'Ouvrir',
    refused: {
      tooLarge: (file) => `${file} n’a pas été ouvert : il est plus grand que tout réseau entraîné ici.`,
      unreadable: (file) => `${file} ne peut pas être lu : choisissez-le à nouveau.`,
      notSafetensors: (file) => `${file} n’est pas un fichier safetensors : il n’en a pas le début.`,
      cutOff: (file) => `${file} est tronqué : son en-tête annonce plus de nombres qu’il n’en contient.`,
      damaged: (file) => `${file} est endommagé : son en-tête et ses nombres ne vont pas ensemble.`,
      otherNumbers: (file) =>
        `${file} contient d’autres nombres que des float32 : cette page enregistre ses réseaux en float32.`,
      foreign: (file) =>
        `${file} vient d’un autre programme : ce qui a servi à entraîner le réseau n’y figure pas. On peut continuer avec les fichiers que cette page a enregistrés.`,
      unfit: (file) =>
        `Il manque à ${file} des parties du réseau que son expérience décrit, ou il contient des nombres qui ne sont pas finis.`,
    },
  },
  slow: {
    passed: (layer, depth, outcome) => `${layer} couches remontées sur ${depth} : ${outcome}`,
    gradient: (factor) => `norme du gradient × ${factor}`,
    gone: 'il ne reste plus de gradient en float32',
    outgrown: 'le gradient est trop grand pour float32',
  },
};
