import type { Collection, Company, Film, Person } from './model.js';
import type { Provider } from './reference-record.js';
import { integerBetween, seededRandom } from './seeded-random.js';

/** A picture that can be drawn: what it shows, and how it is listed among the images of its owner. */
export interface Picture {
  kind: 'poster' | 'backdrop' | 'portrait' | 'logo' | 'provider' | 'company';
  /** Such as `/1000000001-poster-en.svg`. */
  path: string;
  /** Null for a picture without words. */
  language: string | null;
  title: string;
  subtitle?: string;
  seed: string;
  width: number;
  height: number;
}

const sizes: Record<Picture['kind'], [width: number, height: number]> = {
  poster: [2000, 3000],
  backdrop: [1920, 1080],
  portrait: [1000, 1500],
  logo: [1200, 480],
  provider: [400, 400],
  company: [800, 320],
};

/** Posters in English, in Portuguese where the film has a Portuguese title, and without words for some; best first. */
export function postersOf(film: Film): Picture[] {
  if (film.record.hasPictures === false) return [];
  const subtitle = String(film.year ?? '');
  const drawn = (name: string, language: string | null, title: string) =>
    picture(
      'poster',
      `${film.id}-poster-${name}`,
      language,
      film.seed,
      title,
      language === null ? undefined : subtitle,
    );
  const posters = [drawn('en', 'en', film.record.title)];
  if (film.record.pt) posters.push(drawn('pt', 'pt', film.record.pt.title));
  if (seededRandom(`posters ${film.seed}`)() < 0.5) posters.push(drawn('textless', null, ''));
  return posters;
}

/** One to three wordless backdrops. */
export function backdropsOf(film: Film): Picture[] {
  if (film.record.hasPictures === false) return [];
  const count = integerBetween(seededRandom(`backdrops ${film.seed}`), 1, 3);
  return Array.from({ length: count }, (_, index) =>
    picture('backdrop', `${film.id}-backdrop-${index + 1}`, null, `${film.seed} ${index + 1}`, ''),
  );
}

/** The title as a mark, for about two films in three. */
export function logosOf(film: Film): Picture[] {
  if (film.record.hasPictures === false || seededRandom(`logos ${film.seed}`)() > 0.65) return [];
  return [picture('logo', `${film.id}-logo-en`, 'en', film.seed, film.record.title)];
}

/** One or two portraits; none for about one person in ten. */
export function portraitsOf(person: Person): Picture[] {
  const luck = seededRandom(`portraits ${person.name}`)();
  const count = luck < 0.1 ? 0 : luck < 0.6 ? 1 : 2;
  return Array.from({ length: count }, (_, index) =>
    picture('portrait', `${person.id}-portrait-${index + 1}`, null, `${person.name} ${index + 1}`, person.name),
  );
}

/** One poster and one backdrop. */
export function picturesOfCollection({ id, name }: Collection): { poster: Picture; backdrop: Picture } {
  return {
    poster: picture('poster', `${id}-collection-poster`, 'en', name, name),
    backdrop: picture('backdrop', `${id}-collection-backdrop`, null, name, ''),
  };
}

/** The company's mark; none for about one in three. */
export function logosOfCompany({ id, name }: Company): Picture[] {
  return seededRandom(`company ${name}`)() < 0.35 ? [] : [picture('company', `${id}-company`, null, name, name)];
}

/** The service's mark. */
export function logoOfProvider({ id, name }: Provider): Picture {
  return picture('provider', `${id}-provider`, null, name, name);
}

function picture(
  kind: Picture['kind'],
  name: string,
  language: string | null,
  seed: string,
  title: string,
  subtitle?: string,
): Picture {
  const [width, height] = sizes[kind];
  return { kind, path: `/${name}.svg`, language, title, seed, width, height, ...(subtitle ? { subtitle } : {}) };
}
