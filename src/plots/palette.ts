/** Colours of a theme by what they mean; every figure and the page's style sheet take them from here. */
export interface Palette {
  /** Background of page and figures. */
  readonly paper: string;
  /** Background of controls and notices. */
  readonly panel: string;
  /** Text, and everything exact. */
  readonly ink: string;
  /** Secondary text and axes. */
  readonly soft: string;
  /** Hairlines. */
  readonly rule: string;
  /** Everything measured. */
  readonly measured: string;
  /** The diverging scale of a walk's outcome. */
  readonly vanished: string;
  readonly kept: string;
  readonly exploded: string;
  /** Walks that are compared with, by their number. */
  readonly pin1: string;
  readonly pin2: string;
  readonly pin3: string;
  readonly pin4: string;
}

export const paletteNames = ['light', 'dark', 'projector'] as const;
export type PaletteName = (typeof paletteNames)[number];

export const palettes: Readonly<Record<PaletteName, Palette>> = {
  light: {
    paper: '#fbf8f1',
    panel: '#f2ecdf',
    ink: '#211d18',
    soft: '#5f574b',
    rule: '#d8cfbe',
    measured: '#a5124b',
    vanished: '#1f62a8',
    kept: '#8b8172',
    exploded: '#c25405',
    pin1: '#0b6e69',
    pin2: '#6a3fa0',
    pin3: '#6b5d00',
    pin4: '#3d5873',
  },
  dark: {
    paper: '#15171b',
    panel: '#20232a',
    ink: '#eee8dc',
    soft: '#aca596',
    rule: '#3b3f47',
    measured: '#ff86ad',
    vanished: '#6fb2ff',
    kept: '#9d978b',
    exploded: '#ffa04f',
    pin1: '#5fcdbf',
    pin2: '#bda2f2',
    pin3: '#cfc45a',
    pin4: '#a9bcd6',
  },
  projector: {
    paper: '#ffffff',
    panel: '#f0f0f0',
    ink: '#000000',
    soft: '#333333',
    rule: '#b0b0b0',
    measured: '#b4004a',
    vanished: '#004fc4',
    kept: '#6d6d6d',
    exploded: '#c44500',
    pin1: '#00605a',
    pin2: '#5a1fa3',
    pin3: '#5c5000',
    pin4: '#2d4560',
  },
};
