/** The one conversion both writers need: the profile says millimetres, PDF thinks in points, DOCX in twentieths of them. */
export const points = (millimetres: number): number => (millimetres / 25.4) * 72;
export const twips = (millimetres: number): number => Math.round(points(millimetres) * 20);

/** A4, in millimetres. */
export const A4 = { width: 210, height: 297 } as const;
