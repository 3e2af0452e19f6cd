/** Vite puts stylesheets into the page; there is nothing to import from one. */
declare module '*.css';
