import type { InventedFilmRecord } from './invented-film-record.js';
import type { Certification } from './reference-record.js';
import { integerBetween, seededRandom } from './seeded-random.js';

/** TMDb's numbers for the ways in which a film comes out. */
const releaseTypes = { premiere: 1, limited: 2, theatrical: 3, digital: 4, physical: 5, television: 6 } as const;

/** One release of a film in one country. */
export interface Release {
  country: string;
  type: number;
  /** `YYYY-MM-DD`. */
  date: string;
  /** Empty when unknown. */
  certification: string;
  note: string;
}

type CertificationsByCountry = Readonly<Record<string, readonly Certification[]>>;
type Random = () => number;

const DAY_MS = 86_400_000;

/**
 * The releases of a film: in the countries that made it (the first of them on the day of the record), the United
 * States and Brazil, and mostly also in Britain, Germany, France and Japan. None for a film without a date.
 */
export function deriveReleases(
  record: InventedFilmRecord,
  seed: string,
  certifications: CertificationsByCountry,
): Release[] {
  if (record.released === '') return [];
  const random = seededRandom(`releases ${seed}`);
  const abroad = ['GB', 'DE', 'FR', 'JP'].filter(() => random() < 0.7);
  const countries = [...new Set([...record.countries, 'US', 'BR', ...abroad])];
  return countries.flatMap((country) => {
    const isOrigin = country === record.countries[0];
    const first = isOrigin ? record.released : addDays(record.released, integerBetween(random, 7, 400));
    const certification = certificationIn(country, record.certification, certifications);
    return releasesIn(random, first).map(({ type, date, note }) => ({ country, type, date, certification, note }));
  });
}

function releasesIn(random: Random, first: string): Omit<Release, 'country' | 'certification'>[] {
  const releases = [];
  const opening = random();
  if (opening < 0.3) releases.push({ type: releaseTypes.premiere, date: first, note: 'Opening night' });
  else if (opening < 0.45) releases.push({ type: releaseTypes.limited, date: first, note: '' });
  const theatrical = releases.length === 0 ? first : addDays(first, integerBetween(random, 3, 30));
  releases.push({ type: releaseTypes.theatrical, date: theatrical, note: '' });
  if (random() < 0.4) releases.push({ type: releaseTypes.television, date: homeDate(random, first, 1960), note: '' });
  if (random() < 0.7) releases.push({ type: releaseTypes.physical, date: homeDate(random, first, 1999), note: 'DVD' });
  if (random() < 0.8) releases.push({ type: releaseTypes.digital, date: homeDate(random, first, 2012), note: '' });
  return releases.toSorted((one, other) => one.date.localeCompare(other.date));
}

/** Months after the first showing, but never before the medium was common. */
function homeDate(random: Random, first: string, commonFrom: number): string {
  const earliest = Number(first.slice(0, 4)) >= commonFrom ? first : `${commonFrom}-02-01`;
  return addDays(earliest, integerBetween(random, 60, 420));
}

/** The American rating itself, and elsewhere the rung at about the same height of that country's ladder. */
function certificationIn(
  country: string,
  american: string | undefined,
  certifications: CertificationsByCountry,
): string {
  if (american === undefined) return '';
  if (country === 'US') return american;
  const [from, to] = [ladder(certifications['US']), ladder(certifications[country])];
  const rung = from.indexOf(american);
  if (rung < 0 || to.length === 0) return '';
  const height = from.length === 1 ? 0 : rung / (from.length - 1);
  return to[Math.round(height * (to.length - 1))] ?? '';
}

function ladder(certifications: readonly Certification[] = []): string[] {
  return certifications
    .filter(({ certification }) => certification !== 'NR')
    .toSorted((one, other) => one.order - other.order)
    .map(({ certification }) => certification);
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}
