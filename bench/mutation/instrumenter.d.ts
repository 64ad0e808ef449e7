/** As much of Stryker's instrumenter as is used here; the package is installed by `npm run mutate` only. */
declare module '@stryker-mutator/instrumenter' {
  interface File {
    readonly name: string;
    readonly content: string;
  }
  interface Made {
    readonly id: string;
    readonly fileName: string;
    readonly location: { readonly start: { readonly line: number } };
    readonly mutatorName: string;
    readonly replacement: string;
  }
  export class Instrumenter {
    constructor(log: object);
    instrument(
      files: readonly (File & { readonly mutate: boolean })[],
      options: object,
    ): Promise<{ readonly files: readonly File[]; readonly mutants: readonly Made[] }>;
  }
}
