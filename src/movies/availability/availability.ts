import { type ProviderSummary, providerSummariesOf } from '../../reference/watch-provider.mapper.js';
import { calendarDate, countryCode, languageCode, webAddress } from '../../tmdb/reading/value.js';
import type { WireReleaseDates, WireWatchProviders } from '../../tmdb/wire/movie-parts.wire.js';
import { ReleaseType, type RegionalReleases } from './release.model.js';

/** How a film came out in each country, as it is cached. */
export type ReleasesByRegion = readonly RegionalReleases[];

/** Where a film can be watched in one country, as it is cached. */
export interface RegionalOffers {
  readonly link: string | null;
  readonly subscription: readonly ProviderSummary[];
  readonly free: readonly ProviderSummary[];
  readonly ads: readonly ProviderSummary[];
  readonly rent: readonly ProviderSummary[];
  readonly buy: readonly ProviderSummary[];
}

export type OffersByRegion = Readonly<Record<string, RegionalOffers>>;

const types: Readonly<Record<number, ReleaseType>> = {
  1: ReleaseType.PREMIERE,
  2: ReleaseType.THEATRICAL_LIMITED,
  3: ReleaseType.THEATRICAL,
  4: ReleaseType.DIGITAL,
  5: ReleaseType.PHYSICAL,
  6: ReleaseType.TV,
};

export function releasesOf(wire: WireReleaseDates): ReleasesByRegion {
  return wire.results.flatMap(({ iso_3166_1, release_dates }) => {
    const region = countryCode(iso_3166_1);
    if (region === null) return [];
    const releases = release_dates.map((release) => ({
      date: calendarDate(release.release_date),
      type: (release.type === null ? undefined : types[release.type]) ?? ReleaseType.UNKNOWN,
      certification: release.certification,
      language: languageCode(release.iso_639_1),
      note: release.note,
    }));
    return [{ region, releases: releases.toSorted((one, other) => (one.date ?? '').localeCompare(other.date ?? '')) }];
  });
}

const byWeight = [ReleaseType.THEATRICAL, ReleaseType.THEATRICAL_LIMITED, ReleaseType.PREMIERE];

/** The certification of a country: that of its cinemas before those of discs, services and television. */
export function certificationOf(releases: ReleasesByRegion, region: string): string | null {
  const certified = releases.find((entry) => entry.region === region)?.releases.filter((one) => one.certification);
  const ofCinemas = byWeight.map((type) => certified?.find((release) => release.type === type)).find(Boolean);
  return (ofCinemas ?? certified?.[0])?.certification ?? null;
}

export function offersOf(wire: WireWatchProviders): OffersByRegion {
  return Object.fromEntries(
    Object.entries(wire.results).map(([region, offers]) => [
      region,
      {
        link: webAddress(offers.link),
        subscription: providerSummariesOf(offers.flatrate),
        free: providerSummariesOf(offers.free),
        ads: providerSummariesOf(offers.ads),
        rent: providerSummariesOf(offers.rent),
        buy: providerSummariesOf(offers.buy),
      },
    ]),
  );
}
