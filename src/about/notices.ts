/** What TMDb asks of whoever shows its films. */
export const tmdbNotice =
  'This product uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by TMDB.';

/** Whom to credit wherever watch providers are shown. */
export const watchProviderNotice = 'Watch providers: JustWatch.';
