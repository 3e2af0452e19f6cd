import { expect, test } from '@jest/globals';
import { wireCertifications } from '../tmdb/wire/reference.wire.js';
import { certificationsByRegionOf } from './certification.mapper.js';

test('the certifications of each country are in order, mildest first, those of no order before all', () => {
  const wire = wireCertifications.parse({
    certifications: {
      BR: [{ certification: '18', order: 6 }, { certification: 'L', order: 1 }, { certification: '?' }],
      US: [{ certification: 'R', meaning: 'Restricted', order: 4 }],
    },
  });
  expect(certificationsByRegionOf(wire)).toEqual({
    BR: [
      { name: '?', meaning: null, order: 0 },
      { name: 'L', meaning: null, order: 1 },
      { name: '18', meaning: null, order: 6 },
    ],
    US: [{ name: 'R', meaning: 'Restricted', order: 4 }],
  });
});
