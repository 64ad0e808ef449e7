/** Once more is kept than may be, only what was just asked for stays: a board larger than that is not read anew each time. */
export const forgetOthers = <K>(kept: Map<K, unknown>, most: number, asked: readonly { readonly id: K }[]): void => {
  if (kept.size <= most) return;
  const wanted = new Set(asked.map(({ id }) => id));
  for (const id of kept.keys()) if (!wanted.has(id)) kept.delete(id);
};
