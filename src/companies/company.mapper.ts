import { imageOfPath } from '../images/image.mapper.js';
import { ImageKind } from '../images/image.model.js';
import { toGlobalId } from '../platform/graphql/nodes/global-id.js';
import type { Scope } from '../platform/locale/locale.js';
import type { CompanySummary } from './company-summary.js';
import type { Company } from './company.model.js';

export function toCompany({ tmdbId, name, logoPath, country }: CompanySummary, scope: Scope): Company {
  return {
    __typename: 'Company',
    id: toGlobalId('Company', tmdbId),
    tmdbId,
    name,
    logo: imageOfPath(ImageKind.LOGO, logoPath),
    originCountry: country,
    scope,
  };
}
