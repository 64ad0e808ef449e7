/** One PostgreSQL and one workflow bundle for the whole run; each test file clones its own database. */
export default async function setup(): Promise<void> {}
