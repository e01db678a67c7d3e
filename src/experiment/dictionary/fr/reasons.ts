import type { CheckedNumber, RunReason } from '#engine/worker/reason.ts';
import { inBrackets, type ReasonTexts } from '#experiment/dictionary/en/reasons.ts';
import { number } from './numbers.ts';

export const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} Mo`;

/** A number as a sentence needs it. */
const short = (value: number) => number(Number(value.toPrecision(4)));

/** What was checked, in French. */
const checkedFr: Readonly<Record<CheckedNumber, (step: number) => string>> = {
  walk: (step) => `la croissance de ln Z au pas ${step} d’une marche`,
  mean: (step) => `la moyenne de ln Z après ${step} couches`,
  variance: (step) => `la variance de ln Z après ${step} couches`,
  dead: () => 'la part des marches mortes',
  loss: (step) => `la perte après ${step} pas`,
  accuracy: (step) => `la part de réponses justes à un exemple après ${step} pas`,
  weights: (step) => `la taille des poids de la première couche après ${step} pas`,
};

/** What the engine could not do, in French. */
export const reasons: ReasonTexts<RunReason> = {
  wrongNumbers: ({ what, step, measured, expected, allowed }) =>
    `Cet appareil calcule faux : ${checkedFr[what](step)} vaut ${short(measured)} au lieu de ${short(expected)}, à ${short(allowed)} près. On ne peut pas se fier à ce calcul. Avec backend=cpu, c’est le processeur qui le fait.`,
  noBuffer: ({ neededBytes, allowedBytes }) =>
    `Il faut pour cela un tableau de ${megabytes(neededBytes)}, et la carte graphique en permet ${megabytes(allowedBytes)}.`,
  noMemory: ({ detail }) =>
    `La carte graphique n’a plus assez de mémoire pour cela${inBrackets(detail)}. D’autres onglets l’occupent peut-être ; des couches moins nombreuses ou plus petites en demandent moins.`,
  deviceError: ({ detail }) => `La carte graphique a refusé le travail${inBrackets(detail)}.`,
  notANumber: ({ step }) =>
    `L’appareil a répondu NaN au pas ${step} d’une marche : il n’en fera pas d’autres. Avec backend=cpu, c’est le processeur qui les fait.`,
  tooLarge: ({ neededBytes, allowedBytes, depth }) =>
    `Ce réseau demande un tableau de ${megabytes(neededBytes)}, et cet appareil en permet ${megabytes(allowedBytes)} : rien n’est entraîné. À cette largeur, une profondeur de ${depth} passerait.`,
  stopped: ({ detail, isReplaced }) =>
    `Le moteur de calcul s’est arrêté${inBrackets(detail)}. ${
      isReplaced
        ? 'Un autre a été démarré à sa place : Relancer refait l’expérience.'
        : 'C’est arrivé plusieurs fois et il n’est plus redémarré : rechargez la page.'
    }`,
  noBackend: ({ backend }) =>
    `TensorFlow.js n’a pas pu démarrer son backend ${backend}, et il n’en restait pas d’autre pour le remplacer.`,
  unforeseen: ({ detail }) =>
    `une erreur que rien ne laissait prévoir. Dans ses propres mots : « ${detail} »`,
};
