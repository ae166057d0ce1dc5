declare module 'virtual:statechart' {
  export interface ChartBox {
    readonly path: string;
    readonly label: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly isGroup: boolean;
  }
  export interface ChartLine {
    readonly source: string;
    readonly target: string;
    readonly event: string | null;
    readonly points: readonly (readonly [number, number])[];
  }
  export const statechart: {
    readonly width: number;
    readonly height: number;
    readonly boxes: readonly ChartBox[];
    readonly lines: readonly ChartLine[];
  };
}
