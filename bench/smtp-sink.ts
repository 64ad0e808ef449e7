/** A local SMTP server in a process of its own that takes everything: `node smtp-sink.ts`. Tells its port, then answers `count`. */
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

let taken = 0;
const names = new Set<string>();
const server = new SMTPServer({
  ...{ authOptional: true, hideSTARTTLS: true, logger: false, disableReverseLookup: true },
  onData: (stream, _session, done) => {
    let head = '';
    stream.on('data', (chunk: Buffer) => {
      if (head.length < 4_096) head += chunk.toString('latin1');
    });
    stream.on('end', () => {
      taken += 1;
      const name = /^Message-ID: (\S+)/im.exec(head)?.[1] ?? '';
      names.add(createHash('sha1').update(name).digest('base64'));
      done();
    });
  },
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.server.address() as AddressInfo).port }));
process.on('message', () => process.send?.({ taken, names: names.size }));
process.on('disconnect', () => process.exit(0));
