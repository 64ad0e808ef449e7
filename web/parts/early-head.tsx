/** Where the header will stand, before it is known who reads; `index.html` shows the same before the script has come. */
import type { ReactNode } from 'react';

export const EarlyHead = (): ReactNode => (
  <div className="early-head">
    <img src="/icon.svg" alt="" width={28} height={28} /> <b>Sẵn Sàng</b>
  </div>
);
