import { registerEnumType } from '@nestjs/graphql';

export enum MonetizationType {
  SUBSCRIPTION = 'SUBSCRIPTION',
  FREE = 'FREE',
  ADS = 'ADS',
  RENT = 'RENT',
  BUY = 'BUY',
}

registerEnumType(MonetizationType, {
  name: 'MonetizationType',
  description: 'What watching costs.',
  valuesMap: {
    SUBSCRIPTION: { description: 'Included in a subscription.' },
    FREE: { description: 'Nothing.' },
    ADS: { description: 'Looking at advertisements.' },
    RENT: { description: 'Money, for some days.' },
    BUY: { description: 'Money, for good.' },
  },
});

/** TMDb's name for it, such as `flatrate`. */
export const tmdbMonetization: Record<MonetizationType, string> = {
  [MonetizationType.SUBSCRIPTION]: 'flatrate',
  [MonetizationType.FREE]: 'free',
  [MonetizationType.ADS]: 'ads',
  [MonetizationType.RENT]: 'rent',
  [MonetizationType.BUY]: 'buy',
};
