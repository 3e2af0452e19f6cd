export type DocumentListener = (text: string) => void;

interface WatchedDocument {
  readonly name: string;
  readonly listeners: DocumentListener[];
  /** That of the text the listeners have; empty: none. */
  version: string;
  /** Goes up with each text published here. */
  publications: number;
}

export interface SharedDocumentsOptions {
  readonly onListenerFault: (name: string, error: unknown) => void;
}

/** What this process knows of the documents that all share: which version its listeners have. */
export class SharedDocuments {
  private readonly watched = new Map<string, WatchedDocument>();

  constructor(private readonly options: SharedDocumentsOptions) {}

  /** Forgets the version, so that the new listener gets the text too; the others get it again. */
  watch(name: string, listener: DocumentListener): void {
    const known = this.watched.get(name);
    if (known === undefined) this.watched.set(name, { name, listeners: [listener], version: '', publications: 0 });
    else {
      known.listeners.push(listener);
      known.version = '';
    }
  }

  /** What to ask for. Texts that come in answer are to be handed to `receive`. */
  questions(): readonly DocumentQuestion[] {
    return [...this.watched.values()].map(({ name, version, publications }) => ({
      name,
      knownVersion: version,
      publications,
    }));
  }

  /** Passes over an answer that a text published meanwhile has made old. */
  receive(question: DocumentQuestion, answer: { readonly version: string; readonly text: string } | null): void {
    const document = this.watched.get(question.name);
    if (answer === null || document === undefined || document.publications !== question.publications) return;
    document.version = answer.version;
    this.tell(document, answer.text);
  }

  /** Gives a text of this process to its own listeners. */
  publish(name: string, text: string): void {
    const document = this.watched.get(name);
    if (document === undefined) return;
    document.publications += 1;
    this.tell(document, text);
  }

  /** Redis has the text of this process; answers on their way may be older still. */
  stored(name: string, version: string): void {
    const document = this.watched.get(name);
    if (document === undefined) return;
    document.publications += 1;
    document.version = version;
  }

  private tell(document: WatchedDocument, text: string): void {
    for (const listener of document.listeners) {
      try {
        listener(text);
      } catch (error) {
        this.options.onListenerFault(document.name, error);
      }
    }
  }
}

export interface DocumentQuestion {
  readonly name: string;
  readonly knownVersion: string;
  readonly publications: number;
}
