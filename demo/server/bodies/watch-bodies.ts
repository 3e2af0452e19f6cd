import { type MonetizationType, monetizationTypes, type Offer } from '../../catalogue/offers.js';
import { logoOfProvider } from '../../catalogue/pictures.js';
import type { Film } from '../../catalogue/model.js';
import type { Provider } from '../../catalogue/reference-record.js';

/** Where a film can be watched, by country; only the ways in which it is offered are there. */
export function movieWatchProviders(film: Film) {
  const countries = [...new Set(film.offers.map(({ country }) => country))].toSorted();
  return {
    results: Object.fromEntries(
      countries.map((country) => [
        country,
        {
          link: `https://example.org/watch/movie/${film.id}?region=${country}`,
          ...waysIn(film.offers.filter((offer) => offer.country === country)),
        },
      ]),
    ),
  };
}

/** A service as an item of the list of services, ranked by its place in the reference data. */
export function watchProvider(provider: Provider, rank: number) {
  return {
    display_priorities: Object.fromEntries(provider.regions.map((region) => [region, rank])),
    display_priority: rank,
    logo_path: logoOfProvider(provider).path,
    provider_name: provider.name,
    provider_id: provider.id,
  };
}

function waysIn(offers: readonly Offer[]) {
  const ways: Partial<Record<MonetizationType, ReturnType<typeof offeredProvider>[]>> = {};
  for (const way of monetizationTypes) {
    const providers = offers.filter(({ monetization }) => monetization === way).map(({ provider }) => provider);
    if (providers.length > 0) ways[way] = providers.map(offeredProvider);
  }
  return ways;
}

function offeredProvider(provider: Provider, index: number) {
  return {
    logo_path: logoOfProvider(provider).path,
    provider_id: provider.id,
    provider_name: provider.name,
    display_priority: index + 1,
  };
}
