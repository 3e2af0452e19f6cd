import { logosOfCompany, type Picture } from '../../catalogue/pictures.js';
import { objectId } from '../../catalogue/object-id.js';
import type { ApiRequest, Route } from '../api-request.js';
import { imageBody } from '../bodies/image-bodies.js';
import { companyReference } from '../bodies/movie-details.js';
import { lookUp } from '../lookup.js';

/** Production companies. */
export const companyRoutes: readonly Route[] = [
  ['/company/{id}', company],
  ['/company/{id}/images', companyImages],
];

function company(request: ApiRequest) {
  const found = lookUp(request.catalogue.companyById, request);
  return { description: '', headquarters: '', homepage: '', ...companyReference(found), parent_company: null };
}

function companyImages(request: ApiRequest) {
  const found = lookUp(request.catalogue.companyById, request);
  return {
    id: found.id,
    logos: logosOfCompany(found).map((logo, index) => logoBody(logo, objectId('logo', found.id, index))),
  };
}

function logoBody(logo: Picture, id: string) {
  const { iso_639_1: _, ...image } = imageBody(logo);
  return { ...image, id, file_type: '.svg' };
}
