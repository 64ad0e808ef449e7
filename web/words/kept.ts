/** Small choices of the reader, kept in his browser; a browser that keeps nothing still works. */
export const kept = (key: string): string | null => {
  try {
    return localStorage.getItem(`san-sang.${key}`);
  } catch {
    return null;
  }
};

export const keep = (key: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(`san-sang.${key}`);
    else localStorage.setItem(`san-sang.${key}`, value);
  } catch {
    // private windows keep nothing
  }
};
