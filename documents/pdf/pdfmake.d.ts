/** What is used of pdfmake. Its published types bring the whole DOM along, which no program of a server should see. */
declare module 'pdfmake' {
  export type Margins = [left: number, top: number, right: number, bottom: number];
  export type Alignment = 'left' | 'right' | 'center' | 'justify';

  export interface Piece {
    readonly text: string;
    readonly bold?: boolean;
    readonly italics?: boolean;
    /** Kept on one line. */
    readonly noWrap?: boolean;
  }

  export interface Style {
    readonly font?: string;
    readonly fontSize?: number;
    readonly lineHeight?: number;
    readonly bold?: boolean;
    readonly italics?: boolean;
    readonly decoration?: 'underline';
    readonly alignment?: Alignment;
    readonly margin?: Margins;
    readonly leadingIndent?: number;
    readonly headlineLevel?: number;
    readonly pageBreak?: 'before';
    readonly pageOrientation?: 'portrait' | 'landscape';
    readonly unbreakable?: boolean;
    readonly width?: number | string;
    readonly colSpan?: number;
  }

  export interface TableLayout {
    readonly hLineWidth?: () => number;
    readonly vLineWidth?: () => number;
    readonly paddingLeft?: () => number;
    readonly paddingRight?: () => number;
    readonly paddingTop?: () => number;
    readonly paddingBottom?: () => number;
  }

  export interface TableBody {
    readonly headerRows?: number;
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows?: boolean;
    readonly widths?: readonly (number | string)[];
    readonly body: readonly (readonly Content[])[];
  }

  export interface Line {
    readonly type: 'line';
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    readonly lineWidth: number;
  }

  export type Content =
    | (Style & { readonly text: string | readonly Piece[] })
    | (Style & { readonly stack: readonly Content[] })
    | (Style & { readonly columns: readonly Content[]; readonly columnGap?: number })
    | (Style & { readonly table: TableBody; readonly layout?: TableLayout })
    | (Style & { readonly canvas: readonly Line[] });

  export interface Definition {
    readonly pageSize: 'A4';
    readonly pageOrientation: 'portrait' | 'landscape';
    readonly pageMargins: Margins;
    readonly info: Readonly<Record<string, string | Date>>;
    readonly language: string;
    readonly tagged: boolean;
    readonly displayTitle: boolean;
    readonly version: '1.7';
    readonly defaultStyle: Style;
    readonly header: (page: number) => Content | null;
    /** Asked of every part once it has its place; true: it begins a new page. */
    readonly pageBreakBefore: (
      part: { readonly headlineLevel?: number },
      around: { getFollowingNodesOnPage(): readonly { readonly text?: unknown }[] },
    ) => boolean;
    readonly content: readonly Content[];
  }

  interface Pdfmake {
    setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: Definition): { getBuffer(): Promise<Buffer> };
  }
  const pdfmake: Pdfmake;
  export default pdfmake;
}
