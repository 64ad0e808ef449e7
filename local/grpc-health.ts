/** Asks a gRPC server by the standard health protocol whether it serves; plain HTTP/2, so no client library is needed. */
import { connect } from 'node:http2';

const SERVICE = Buffer.from('temporal.api.workflowservice.v1.WorkflowService');

/** True when `127.0.0.1:<port>` answers SERVING within `timeoutMs`; false for everything else. Never throws. */
export function isServing(port: number, timeoutMs = 1_000): Promise<boolean> {
  return new Promise((resolve) => {
    const session = connect(`http://127.0.0.1:${port}`);
    const chunks: Buffer[] = [];
    const finish = () => {
      session.destroy();
      resolve(isServingAnswer(Buffer.concat(chunks)));
    };
    session.setTimeout(timeoutMs, finish);
    session.once('error', finish);
    const request = session.request({
      ':method': 'POST',
      ':path': '/grpc.health.v1.Health/Check',
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => {});
    request.once('close', finish);
    request.end(checkRequest());
  });
}

/** HealthCheckRequest {service = 1} behind gRPC's five-byte frame. */
function checkRequest(): Buffer {
  const message = Buffer.concat([Buffer.from([0x0a, SERVICE.length]), SERVICE]);
  const frame = Buffer.alloc(5);
  frame.writeUInt32BE(message.length, 1);
  return Buffer.concat([frame, message]);
}

/** HealthCheckResponse {status = 1: SERVING = 1}. */
function isServingAnswer(answer: Buffer): boolean {
  return answer.length >= 7 && answer[5] === 0x08 && answer[6] === 0x01;
}
