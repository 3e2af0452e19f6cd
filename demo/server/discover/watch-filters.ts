import type { FilmFilter, FilmPredicate } from './film-filter.js';
import { idListMatcher, valuesOf } from './id-list.js';

/**
 * `with_watch_providers`, `with_watch_monetization_types` and `without_watch_providers` in `watch_region`. Without a
 * region all three are passed over in silence, as TMDb does.
 */
export const filterByOffers: FilmFilter = (query) => {
  const region = query['watch_region'];
  if (!region) return [];
  const byProviders = idListMatcher(query['with_watch_providers']);
  const byWays = idListMatcher(query['with_watch_monetization_types']);
  const unwanted = valuesOf(query['without_watch_providers']);
  const predicates: FilmPredicate[] = [];
  if (byProviders !== null || byWays !== null) {
    predicates.push(({ offers }) => {
      const here = offers.filter(({ country }) => country === region);
      const isOffered = (way?: string) => {
        const inThisWay = here.filter(({ monetization }) => way === undefined || monetization === way);
        if (byProviders === null) return inThisWay.length > 0;
        return byProviders((id) => inThisWay.some(({ provider }) => String(provider.id) === id));
      };
      return byWays === null ? isOffered() : byWays(isOffered);
    });
  }
  if (unwanted.length > 0) {
    predicates.push(
      ({ offers }) =>
        !offers.some(({ country, provider }) => country === region && unwanted.includes(String(provider.id))),
    );
  }
  return predicates;
};
