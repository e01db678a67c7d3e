import type { Translated } from '#experiment/dictionary/translated.ts';
import type { share as english } from '#ui/dictionary/en/share.ts';

/** Every word of sharing, as a link, a file or a script, in French. */
export const share: Translated<typeof english> = {
  title: 'Partager',
  lead: 'Le lien est l’expérience : qui l’ouvre voit les mêmes marches.',
  linkLabel: 'Lien de cette expérience',
  copy: 'Copier le lien',
  copied: 'Copié',
  copyFailed: 'À copier depuis le champ',
  free: 'Gradient Walk est un logiciel libre (MIT).',
  licences: 'Licences de tout ce qu’il contient',
  qr: {
    label: (link) => `QR code de ${link}`,
    show: 'Afficher en plein écran',
    close: 'Fermer le QR code',
    bytes: (bytes) => `${bytes} octets`,
    fits: 'Assez court pour être scanné du dernier rang.',
    long: (most) =>
      `Au-delà de ${most} octets, les carrés sont trop petits pour le dernier rang. Moins de réglages modifiés donnent un lien plus court.`,
    none: (bytes, most) =>
      `${bytes} octets dépassent ce que contient un QR code, ${most}. Envoyez le lien lui-même.`,
  },
  hide: {
    title: 'Retirer pour une classe',
    lead: 'Cochez ce que la classe ne doit ni toucher ni voir. Ce qui est caché devient du simple texte dans la phrase ; un petit bouton de la page fait tout revenir.',
    controls: 'Réglages',
    train: 'Entraînement',
    scale: 'Séries de mesures',
    page: 'Page',
    panels: 'Panneaux',
    panelNames: {
      run: 'boutons de lancement',
      tabs: 'autres pages',
      share: 'Partager',
      badge: 'ce qui calcule',
      sentence: 'la phrase',
      readouts: 'les nombres',
      variance: 'figure de la variance',
      end: 'figure des fins de marche',
      table: 'tableaux des figures',
    },
    apply: 'Voir ici',
    clear: 'Ne rien cacher',
  },
  paste: {
    title: 'À coller ailleurs',
    copy: 'Copier',
    chat: 'Message',
    frame: 'Une page (HTML)',
    notebook: 'Cellule Jupyter',
  },
  cite: {
    title: 'Citer',
    lead: 'Le lien refait exactement cette expérience, avec cette version ou une version ultérieure.',
    people: 'Dans une liste',
    line: ({ authors, year, title, version, link }) =>
      `${authors} (${year}). ${title} [logiciel], version ${version}. ${link}`,
    idea: 'L’idée vient d’ailleurs :',
  },
  file: {
    title: 'Fichier et papier',
    save: 'Enregistrer l’expérience',
    withResults: 'avec ses résultats',
    open: 'Ouvrir un fichier…',
    openLabel: 'Fichier d’expérience',
    print: 'Imprimer',
    hint: 'Une expérience enregistrée peut aussi être déposée n’importe où sur la page.',
  },
  /** The dialog of the experiment in Python. */
  python: {
    title: 'Cette expérience en PyTorch',
    what: 'Un script autonome : le même modèle, les mêmes réglages, avec sa graine ; il imprime le tableau récapitulatif, théorie en regard. Marches et séries de mesures se répartissent entre des processus là où Ray ou Dask est installé : --cluster ADRESSE désigne une grappe, --on here s’en passe.',
    script: 'Le script',
    copy: 'Copier',
    copied: 'Copié',
    copyFailed: 'Non copié : sélectionnez le texte à la main.',
    save: (name) => `Enregistrer ${name}`,
  },
  opened: (name) => `${name} a été ouvert.`,
};
