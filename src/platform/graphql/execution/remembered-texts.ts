/** What a text costs beside its characters: its places in the maps. */
const overheadBytes = 100;

/**
 * Texts that were written of objects, by the object and the number of what was written of it. They go with the object,
 * such as a film's summary that leaves the cache; when all together pass the bound, everything is forgotten.
 */
export class RememberedTexts {
  private texts = new WeakMap<object, Map<number, string>>();
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  find(source: object, id: number): string | undefined {
    return this.texts.get(source)?.get(id);
  }

  keep(source: object, id: number, text: string): void {
    this.bytes += text.length + overheadBytes;
    if (this.bytes > this.maxBytes) {
      this.texts = new WeakMap();
      this.bytes = text.length + overheadBytes;
    }
    const known = this.texts.get(source);
    if (known === undefined) this.texts.set(source, new Map([[id, text]]));
    else known.set(id, text);
  }
}
