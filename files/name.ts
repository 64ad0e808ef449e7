/** Names under which files are kept: as people wrote them, without what deceives the eye or a file system. */

export const MOST_NAME = 200;

/** Control characters, and those that are invisible or turn the direction of reading. */
const DECEIVING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/u;
const RESERVED = /[/\\:*?"<>|]/;

/** The name in NFC without spaces around; null for one that cannot be kept. */
export const fileName = (given: string): string | null => {
  if (!given.isWellFormed()) return null;
  const name = given.normalize('NFC').trim();
  const fits = name.length > 0 && name.length <= MOST_NAME && !/^\.|\.$/.test(name);
  return fits && !DECEIVING.test(name) && !RESERVED.test(name) ? name : null;
};

/** Value of Content-Disposition: the name in UTF-8 (RFC 5987, RFC 6266) and a plain one for old readers. */
export const disposition = (kind: 'attachment' | 'inline', name: string): string => {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
};
