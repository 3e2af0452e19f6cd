/** A type, or a field at the root, as the reference has it. */
export interface Section {
  /** Its heading, which no other section has, letter case aside: anchors know none. */
  readonly heading: string;
  /** What the contents call it. */
  readonly label: string;
  /** Paragraphs and tables. */
  readonly parts: readonly string[];
}
