export interface Diagram {
  readonly file: string;
  /** By `accTitle`, which a screen reader says and GitHub hands on. */
  readonly title: string | null;
  readonly description: string | null;
  readonly source: string;
}

export const pictureFolder: string;
export function diagramsOf(files?: readonly string[]): Diagram[];
export function diagramsIn(text: string, file: string): Diagram[];
export function pictureOf(diagram: Diagram): string;
export function pictures(): string[];
export function fingerprintOf(diagram: Diagram): string;
