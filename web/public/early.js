/* Before the first paint: light or dark, and the size of letters, as the reader chose. Who he is is asked while the page's script is on its way. */
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
  window.asked = { '/api/v1/me': fetch('/api/v1/me', { headers: { accept: 'application/json' } }).catch(() => null) };
})();
