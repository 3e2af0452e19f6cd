/**
 * A client a language, made when it is first wanted. A film has one ID in all languages, and a normalised cache one place
 * for each ID: in a cache that two languages share, each would overwrite the texts of the other.
 */
export class ByLocale<Client> {
  private readonly clients = new Map<string, Client>();

  constructor(private readonly make: (locale: string) => Client) {}

  of(locale: string): Client {
    const client = this.clients.get(locale) ?? this.make(locale);
    this.clients.set(locale, client);
    return client;
  }

  /** After a change of what the viewer keeps, of which the other caches do not know. */
  keepOnly(locale: string): void {
    for (const other of this.clients.keys()) if (other !== locale) this.clients.delete(other);
  }

  /** When somebody signs in or out. */
  forgetAll(): void {
    this.clients.clear();
  }
}
