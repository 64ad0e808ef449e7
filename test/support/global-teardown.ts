/** Ends the servers that global-setup started, in the same process. */
export default async function teardown(): Promise<void> {
  const { stopTestServers = [] } = globalThis as { stopTestServers?: readonly (() => Promise<void>)[] }; // see global-setup
  await Promise.all(stopTestServers.map((stop) => stop()));
}
