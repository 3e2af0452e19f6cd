/** What a text costs beside its characters: its places in the maps. */
const overheadBytes = 200;

type Texts = WeakMap<object, Map<number, string>>;

/**
 * Texts that were written of objects, by the object and the number of what was written of it. They go with the object,
 * such as a film's summary that leaves the cache. In two generations: when the newer holds half of what all may take, the
 * older is forgotten; what is asked for moves on, so that texts in use stay.
 */
export class RememberedTexts {
  private newer: Texts = new WeakMap();
  private older: Texts = new WeakMap();
  private newerBytes = 0;

  constructor(private readonly maxBytes: number) {}

  find(source: object, id: number): string | undefined {
    const text = this.newer.get(source)?.get(id);
    if (text !== undefined) return text;
    const older = this.older.get(source)?.get(id);
    if (older !== undefined) this.add(source, id, older);
    return older;
  }

  keep(source: object, id: number, text: string): void {
    // A copy: texts that were put together hold on to all their pieces.
    this.add(source, id, Buffer.from(text, 'latin1').toString('latin1'));
  }

  private add(source: object, id: number, text: string): void {
    this.newerBytes += text.length + overheadBytes;
    if (this.newerBytes > this.maxBytes / 2) {
      this.older = this.newer;
      this.newer = new WeakMap();
      this.newerBytes = text.length + overheadBytes;
    }
    const known = this.newer.get(source);
    if (known === undefined) this.newer.set(source, new Map([[id, text]]));
    else known.set(id, text);
  }
}
