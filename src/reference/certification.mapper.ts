import type { WireCertifications } from '../tmdb/wire/reference.wire.js';
import type { Certification } from './certification.model.js';

/** By country (ISO 3166-1), mildest first; as they are cached. */
export function certificationsByRegionOf({
  certifications,
}: WireCertifications): Readonly<Record<string, readonly Certification[]>> {
  return Object.fromEntries(
    Object.entries(certifications).map(([region, rows]) => [
      region,
      rows
        .map(({ certification, meaning, order }) => ({ name: certification, meaning, order: order ?? 0 }))
        .toSorted((one, other) => one.order - other.order),
    ]),
  );
}
