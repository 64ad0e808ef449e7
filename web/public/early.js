/* Before the first paint: light or dark, and the size of letters, as the reader chose. */
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const chosen = read('san-sang.colours');
  const dark = chosen === 'dark' || (chosen !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  const root = document.documentElement;
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  root.setAttribute('data-letters', read('san-sang.letters') || 'medium');
  root.lang = read('san-sang.language') === 'en' ? 'en' : 'vi';
})();
