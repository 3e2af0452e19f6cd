import { cheapHashing } from '../../support/accounts.js';

/** Of the page whose scripts ask. */
export const origin = 'https://films.example';

/** Of a server that this page may ask. */
export const browsers = { ...cheapHashing, CORS_ORIGINS: origin };
