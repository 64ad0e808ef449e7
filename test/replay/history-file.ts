/**
 * Histories as files. Not the SDK's own `historyToJSON`: it fails where npm installs protobufjs twice, beside the 7.x of
 * @grpc/proto-loader ("type must be a Type").
 */
import proto from '@temporalio/proto';

const { History } = proto.temporal.api.history.v1;
type History = proto.temporal.api.history.v1.History;

export const historyToText = (history: object): string =>
  JSON.stringify(History.toObject(History.fromObject(history), { longs: String, bytes: String }));

export const historyFromText = (text: string): History => {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new TypeError('not a history');
  return History.fromObject(parsed);
};
