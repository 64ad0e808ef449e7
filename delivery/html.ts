/** The same text as HTML: paragraphs, lists, links; nothing is fetched from anywhere. */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

const linked = (line: string): string =>
  escaped(line).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}" style="color:#1c4f8f">${url}</a>`);

const block = (lines: readonly string[]): string => {
  const items = lines.filter((line) => line.startsWith('- '));
  if (items.length === 0) return `<p style="margin:0 0 14px">${lines.map(linked).join('<br>')}</p>`;
  const lead = lines
    .filter((line) => !line.startsWith('- '))
    .map(linked)
    .join('<br>');
  const list = items.map((line) => `<li>${linked(line.slice(2))}</li>`).join('');
  return `${lead === '' ? '' : `<p style="margin:0 0 4px"><strong>${lead}</strong></p>`}<ul style="margin:0 0 14px">${list}</ul>`;
};

export const htmlOf = (title: string, text: string): string => {
  const blocks = text.split(/\n{2,}/).map((part) => block(part.split('\n')));
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body style="font-family:'Segoe UI',Arial,sans-serif;font-size:15px;line-height:1.5;color:#1a1a1a;max-width:640px">${blocks.join('')}</body></html>`;
};
