import type { Catalogue, Film } from '../catalogue/model.js';
import type { FilmRecord } from '../catalogue/film-record.js';

/** What can be changed of a film; what is left out stays. */
export type FilmChange = Partial<Pick<FilmRecord, 'title' | 'overview' | 'tagline' | 'runtimeMinutes'>>;

/** A film that was changed, and when last. */
export interface ChangedFilm {
  film: Film;
  at: Date;
}

type Original = Pick<Film, 'record' | 'originalTitle'>;

/** Changes films of a catalogue, and remembers which and when. */
export class FilmChanges {
  private readonly changed = new Map<number, ChangedFilm & { original: Original }>();

  constructor(private readonly catalogue: Catalogue) {}

  /** From now on everything says so of the film. @throws RangeError for an id that no film has. */
  change(id: number, change: FilmChange, at: Date): void {
    const film = this.catalogue.filmById.get(id);
    if (film === undefined) throw new RangeError(`No film of the demo catalogue has the id ${id}`);
    const { record, originalTitle } = film;
    const original = this.changed.get(id)?.original ?? { record, originalTitle };
    // The records are shared by all catalogues of the process.
    film.record = { ...record, ...change };
    film.originalTitle = film.record.originalTitle ?? film.record.title;
    this.changed.delete(id);
    this.changed.set(id, { film, at, original });
  }

  /** The last changed first. */
  all(): ChangedFilm[] {
    return [...this.changed.values()].toReversed();
  }

  /** All films are as they were, and none has changed. */
  undo(): void {
    for (const { film, original } of this.changed.values()) Object.assign(film, original);
    this.changed.clear();
  }
}
