/** Amounts as people type them: `1.234` and `1234` are the same count, `27,32` a number with decimals. Nothing typed is null. */

/** A whole number; null for anything else. */
export const readWhole = (typed: string): number | null => {
  const digits = typed.replace(/[\s.,]/g, '');
  return /^\d{1,10}$/.test(digits) && Number(digits) <= 1_000_000_000 ? Number(digits) : null;
};

/** A number, with a decimal comma, or a decimal point where it can be nothing else. */
export const readAmount = (typed: string): number | null => {
  const bare = typed.replace(/\s/g, '');
  const isGrouped = /^\d{1,3}(\.\d{3})+$/.test(bare);
  const plain = bare.includes(',') || isGrouped ? bare.replaceAll('.', '').replace(',', '.') : bare;
  return /^\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
};
