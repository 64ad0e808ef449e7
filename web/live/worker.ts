/** One live stream for all windows of a browser: HTTP/1.1 allows six connections to a host. */
import { type LiveMessage, openStream, type Stream } from './stream.ts';

interface Port {
  postMessage(message: LiveMessage): void;
  onmessage: ((event: MessageEvent) => void) | null;
}
const ports = new Set<Port>();
let stream: Stream | null = null;
let state: LiveMessage = { type: 'state', state: 'joining' };

const tell = (message: LiveMessage): void => {
  if (message.type === 'state') state = message;
  for (const port of ports) port.postMessage(message);
};

const scope = globalThis as unknown as { onconnect: (event: { ports: readonly Port[] }) => void }; // a shared worker
scope.onconnect = ({ ports: [port] }) => {
  if (!port) return;
  ports.add(port);
  port.onmessage = ({ data }) => {
    if (data === 'rejoin') stream?.rejoin();
    if (data !== 'bye') return;
    ports.delete(port);
    if (ports.size > 0) return;
    stream?.end();
    stream = null;
  };
  if (stream) port.postMessage(state);
  else stream = openStream(tell);
};
