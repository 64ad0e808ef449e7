/** The live stream itself: one EventSource, told to whoever listens. Runs in a shared worker, or in the page without one. */
export type LiveMessage =
  | { readonly type: 'state'; readonly state: LiveState }
  | { readonly type: 'change'; readonly change: Change }
  | { readonly type: 'resync' };
export type LiveState = 'joining' | 'live' | 'lost';
export interface Change {
  /** `<kind>/<id>`. */
  readonly stream: string;
  readonly version: number;
  readonly type: string;
}

export interface Stream {
  readonly end: () => void;
  /** Joins at once where the server refused it before: somebody has signed in again. */
  readonly rejoin: () => void;
}

/** Opens the stream; the browser itself joins again with `Last-Event-ID`, after a refusal a timer does. */
export const openStream = (tell: (message: LiveMessage) => void): Stream => {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  const open = (): void => {
    tell({ type: 'state', state: 'joining' });
    source = new EventSource(`/api/v1/live${last ? `?after=${last}` : ''}`);
    source.onopen = () => tell({ type: 'state', state: 'live' });
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return tell({ type: 'state', state: 'joining' });
      tell({ type: 'state', state: 'lost' });
      again = setTimeout(open, 10_000);
    };
    source.addEventListener('change', (event) => {
      last = event.lastEventId;
      tell({ type: 'change', change: JSON.parse(event.data) as Change });
    });
    source.addEventListener('resync', () => tell({ type: 'resync' }));
  };
  open();
  return {
    end: () => {
      clearTimeout(again);
      source?.close();
    },
    rejoin: () => {
      if (source?.readyState !== EventSource.CLOSED) return;
      clearTimeout(again);
      open();
    },
  };
};
