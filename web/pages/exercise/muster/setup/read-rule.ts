/** Percentages and targets of a drill's rule as they are typed. Pure. */

/** `99,5` or `99.5` → 99.5; null for what is no percentage. */
export const readPercent = (typed: string): number | null => {
  const value = Number(typed.trim().replace(',', '.'));
  return typed.trim() !== '' && value >= 0 && value <= 100 ? value : null;
};

/** One target a line: `2 60`, `4: 98%`; null when a line says neither. */
export const readTargets = (typed: string): { hours: number; percent: number }[] | null => {
  const targets: { hours: number; percent: number }[] = [];
  for (const line of typed.split('\n').filter((each) => each.trim() !== '')) {
    const [, hours = '', share = ''] =
      /^\s*(?:[GH]\+)?(\d+(?:[.,]\d+)?)[\s:;]+(\d+(?:[.,]\d+)?)\s*%?\s*$/i.exec(line) ?? [];
    const [after, percent] = [Number(hours.replace(',', '.')), readPercent(share)];
    if (hours === '' || percent === null || after <= 0 || after > 168) return null;
    targets.push({ hours: after, percent });
  }
  return targets.length <= 10 ? targets : null;
};
