import type { Route } from './api-request.js';
import { changeRoutes } from './routes/change-routes.js';
import { collectionRoutes } from './routes/collection-routes.js';
import { companyRoutes } from './routes/company-routes.js';
import { findRoutes } from './routes/find-routes.js';
import { keywordRoutes } from './routes/keyword-routes.js';
import { movieListRoutes } from './routes/movie-list-routes.js';
import { movieRoutes } from './routes/movie-routes.js';
import { personRoutes } from './routes/person-routes.js';
import { referenceRoutes } from './routes/reference-routes.js';
import { searchRoutes } from './routes/search-routes.js';
import { trendingRoutes } from './routes/trending-routes.js';

/** Every path that is answered. The lists and the changes stand before `/movie/{id}`, which has their form. */
export const routes: readonly Route[] = [
  ...movieListRoutes,
  ...changeRoutes,
  ...movieRoutes,
  ...trendingRoutes,
  ...searchRoutes,
  ...personRoutes,
  ...collectionRoutes,
  ...companyRoutes,
  ...keywordRoutes,
  ...findRoutes,
  ...referenceRoutes,
];
