import type { Translated } from '#experiment/dictionary/translated.ts';
import type { share as english } from '#ui/dictionary/en/share.ts';

/** Every word of sharing, as a link, a file or a script, in German. */
export const share: Translated<typeof english> = {
  title: 'Teilen',
  lead: 'Der Link ist das Experiment: wer ihn öffnet, sieht dieselben Läufe.',
  linkLabel: 'Link dieses Experiments',
  copy: 'Link kopieren',
  copied: 'Kopiert',
  copyFailed: 'Aus dem Feld kopieren',
  free: 'Gradient Walk ist freie Software (MIT).',
  licences: 'Lizenzen von allem, was darin steckt',
  qr: {
    label: (link) => `QR-Code von ${link}`,
    show: 'Auf dem ganzen Bildschirm zeigen',
    close: 'QR-Code schließen',
    bytes: (bytes) => `${bytes} Byte`,
    fits: 'Kurz genug, um aus der letzten Reihe gelesen zu werden.',
    long: (most) =>
      `Mehr als ${most} Byte machen die Quadrate für die letzte Reihe zu klein. Weniger geänderte Einstellungen geben einen kürzeren Link.`,
    none: (bytes, most) =>
      `${bytes} Byte sind mehr, als ein QR-Code fasst, ${most}. Den Link selbst verschicken.`,
  },
  hide: {
    title: 'Für eine Klasse weglassen',
    lead: 'Ankreuzen, was die Klasse nicht berühren oder sehen soll. Verborgenes wird im Satz zu einfachem Text; ein kleiner Knopf auf der Seite bringt alles zurück.',
    controls: 'Bedienelemente',
    train: 'Training',
    scale: 'Messreihen',
    page: 'Seite',
    panels: 'Felder',
    panelNames: {
      run: 'Startknöpfe',
      tabs: 'andere Seiten',
      share: 'Teilen',
      badge: 'was rechnet',
      sentence: 'der Satz',
      readouts: 'Zahlen',
      variance: 'Abbildung der Varianz',
      end: 'Abbildung der Enden',
      table: 'Tabellen der Abbildungen',
    },
    apply: 'Hier zeigen',
    clear: 'Nichts verbergen',
  },
  paste: {
    title: 'Zum Einfügen anderswo',
    copy: 'Kopieren',
    chat: 'Chat oder Mail',
    frame: 'Eine Seite (HTML)',
    notebook: 'Jupyter-Zelle',
  },
  cite: {
    title: 'Zitieren',
    lead: 'Der Link macht genau dieses Experiment noch einmal, mit dieser oder einer späteren Version.',
    people: 'In einer Liste',
    line: ({ authors, year, title, version, link }) =>
      `${authors} (${year}). ${title} [Software], Version ${version}. ${link}`,
    idea: 'Die Idee stammt von anderen:',
  },
  file: {
    title: 'Datei und Papier',
    save: 'Experiment sichern',
    withResults: 'mit seinen Ergebnissen',
    open: 'Datei öffnen…',
    openLabel: 'Experiment-Datei',
    print: 'Drucken',
    hint: 'Ein gesichertes Experiment lässt sich auch irgendwo auf der Seite ablegen.',
  },
  /** The dialog of the experiment in Python. */
  python: {
    title: 'Dieses Experiment in PyTorch',
    what: 'Ein eigenständiges Skript: dasselbe Modell, dieselben Einstellungen, mit Seed; es druckt die Übersicht mit der Theorie daneben. Läufe und Messreihen verteilen sich auf Worker, wo Ray oder Dask installiert ist: --cluster ADRESSE nennt einen Cluster, --on here verzichtet darauf.',
    script: 'Das Skript',
    copy: 'Kopieren',
    copied: 'Kopiert',
    copyFailed: 'Nicht kopiert: den Text von Hand auswählen.',
    save: (name) => `${name} sichern`,
  },
  opened: (name) => `${name} wurde geöffnet.`,
};
