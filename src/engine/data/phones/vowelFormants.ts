/** Whose vocal tract: Peterson & Barney's three groups. */
export const voiceKinds = ['man', 'woman', 'child'] as const;
export type VoiceKind = (typeof voiceKinds)[number];

/** The first three formants, Hz. */
export type Formants = readonly [f1: number, f2: number, f3: number];

type VowelTable = Readonly<Record<VoiceKind, Readonly<Record<VowelName, Formants>>>>;

export const vowelNames = ['iy', 'ih', 'eh', 'ae', 'aa', 'ao', 'uh', 'uw', 'ah', 'er'] as const;
export type VowelName = (typeof vowelNames)[number];

/** Mean formants of 33 men, 28 women and 15 children, Hz. Source: Peterson & Barney 1952, table II. */
export const vowelFormants: VowelTable = {
  man: {
    iy: [270, 2290, 3010],
    ih: [390, 1990, 2550],
    eh: [530, 1840, 2480],
    ae: [660, 1720, 2410],
    aa: [730, 1090, 2440],
    ao: [570, 840, 2410],
    uh: [440, 1020, 2240],
    uw: [300, 870, 2240],
    ah: [640, 1190, 2390],
    er: [490, 1350, 1690],
  },
  woman: {
    iy: [310, 2790, 3310],
    ih: [430, 2480, 3070],
    eh: [610, 2330, 2990],
    ae: [860, 2050, 2850],
    aa: [850, 1220, 2810],
    ao: [590, 920, 2710],
    uh: [470, 1160, 2680],
    uw: [370, 950, 2670],
    ah: [760, 1400, 2780],
    er: [500, 1640, 1960],
  },
  child: {
    iy: [370, 3200, 3730],
    ih: [530, 2730, 3600],
    eh: [690, 2610, 3570],
    ae: [1010, 2320, 3320],
    aa: [1030, 1370, 3170],
    ao: [680, 1060, 3180],
    uh: [560, 1410, 3310],
    uw: [430, 1170, 3260],
    ah: [850, 1590, 3360],
    er: [560, 1820, 2160],
  },
};

/** Mean pitch of the three groups over these vowels, Hz. Source: Peterson & Barney 1952, table II. */
export const meanPitch: Readonly<Record<VoiceKind, number>> = { man: 132, woman: 223, child: 266 };

/** How much higher a group's formants are than men's: the mean ratio over the table, which consonants are scaled by. */
export function formantScale(kind: VoiceKind): number {
  let sum = 0;
  for (const vowel of vowelNames) {
    for (const [i, own] of vowelFormants[kind][vowel].entries())
      sum += own / (vowelFormants.man[vowel][i] ?? own);
  }
  return sum / (3 * vowelNames.length);
}
