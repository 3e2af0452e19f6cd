import type { Provider } from './reference-record.js';
import { seededRandom } from './seeded-random.js';

/** The ways in which a service offers a film. */
export const monetizationTypes = ['flatrate', 'free', 'ads', 'rent', 'buy'] as const;
export type MonetizationType = (typeof monetizationTypes)[number];

/** A service that offers a film in a country, in one way. */
export interface Offer {
  country: string;
  provider: Provider;
  monetization: MonetizationType;
}

/** Where a film can be watched, drawn from a seed: some services have it in some of their countries. */
export function deriveOffers(seed: string, providers: readonly Provider[]): Offer[] {
  return providers.flatMap((provider) =>
    provider.regions.flatMap((country) =>
      waysOf(seededRandom(`offers ${seed} ${provider.id} ${country}`)).map((monetization) => ({
        country,
        provider,
        monetization,
      })),
    ),
  );
}

function waysOf(random: () => number): MonetizationType[] {
  const luck = random();
  if (luck < 0.2) return ['flatrate'];
  if (luck < 0.26) return ['ads'];
  if (luck < 0.29) return ['free'];
  if (luck < 0.45) return ['rent', 'buy'];
  if (luck < 0.5) return ['buy'];
  return [];
}
