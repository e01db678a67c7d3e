const invisible = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** A text without signs that nobody sees: zero-width spaces and joiners, soft hyphens, marks of direction. */
export const visible = (text: string): string => text.replace(invisible, '');

/** What keyboards and word processors write for the signs of ASCII: full-width forms, minus signs, thin spaces, apostrophes. */
export function plainSigns(text: string): string {
  return visible(text)
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/\s/g, ' ');
}
