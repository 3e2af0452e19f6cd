// The layers, lowest first: config < platform < tmdb < catalogue < users < auth < library < app. A folder may import what is below it only.
const catalogue =
  'external-ids|images|genres|keywords|companies|collections|people|reference|movies|search|about|explorer';

// Above the catalogue: accounts and what they keep. The first two know no film.
const accounts = 'users|auth|library';

// Which catalogue feature may import which: a closed list, grown only by decision.
const edges = {
  'external-ids': [],
  images: [],
  genres: [],
  keywords: [],
  companies: ['images'],
  collections: ['images'],
  people: ['images', 'external-ids'],
  reference: ['images'],
  movies: ['external-ids', 'images', 'genres', 'keywords', 'companies', 'collections', 'people', 'reference'],
  search: ['movies', 'people', 'collections', 'keywords', 'companies', 'images'],
  about: [],
  explorer: ['about'],
};

const featureEdges = Object.entries(edges).map(([from, allowed]) => ({
  name: `feature-edge-${from}`,
  comment: `${from} may import only these features: ${allowed.join(', ') || 'none'}.`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: `^src/(${catalogue})/`, pathNot: [from, ...allowed].map((name) => `^src/${name}/`) },
}));

export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'No import cycles, imports of types counted.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'config-is-lowest',
      severity: 'error',
      from: { path: '^src/config/' },
      to: { path: '^src/', pathNot: '^src/config/' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/(config|platform)/' },
    },
    {
      name: 'tmdb-knows-no-feature',
      severity: 'error',
      from: { path: '^src/tmdb/' },
      to: { path: '^src/', pathNot: '^src/(config|platform|tmdb)/' },
    },
    {
      name: 'catalogue-is-below-the-app',
      severity: 'error',
      from: { path: `^src/(${catalogue})/` },
      to: { path: '^src/', pathNot: `^src/(config|platform|tmdb|${catalogue})/` },
    },
    {
      name: 'users-know-no-film',
      severity: 'error',
      from: { path: '^src/users/' },
      to: { path: '^src/', pathNot: '^src/(config|platform|users)/' },
    },
    {
      name: 'auth-knows-no-film',
      severity: 'error',
      from: { path: '^src/auth/' },
      to: { path: '^src/', pathNot: '^src/(config|platform|users|auth)/' },
    },
    {
      name: 'library-is-below-the-app',
      severity: 'error',
      from: { path: '^src/library/' },
      to: { path: '^src/', pathNot: `^src/(config|platform|tmdb|users|auth|library|${catalogue})/` },
    },
    {
      name: 'migrations-know-no-feature',
      comment: 'A migration says what the tables were then, not what the code is now.',
      severity: 'error',
      from: { path: '^src/migrations/' },
      to: { path: '^src/', pathNot: '^src/(config|platform/database|migrations)/' },
    },
    {
      name: 'migrations-only-through-scripts',
      comment: 'The app never migrates at its boot.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(scripts|migrations)/' },
      to: { path: '^src/migrations/' },
    },
    {
      name: 'every-feature-is-listed',
      comment: 'A new folder of src takes its place among the layers first.',
      severity: 'error',
      from: { path: `^src/(?!(config|platform|tmdb|migrations|scripts|${accounts}|${catalogue})/)[^/]+/` },
      to: {},
    },
    {
      name: 'scripts-are-on-top',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/scripts/' },
      to: { path: '^src/scripts/' },
    },
    {
      name: 'demo-stands-alone',
      severity: 'error',
      from: { path: '^demo/' },
      to: { path: '^(src|test)/' },
    },
    {
      name: 'demo-only-through-scripts',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/scripts/' },
      // `#demo/…` leads to what is built of it.
      to: { path: '^(dist/)?demo/' },
    },
    {
      name: 'keyv-only-in-cache',
      severity: 'error',
      from: { pathNot: '^(src/platform/redis|src/platform/cache|test)/' },
      to: { path: 'node_modules/(keyv|@keyv)/' },
    },
    {
      name: 'connections-only-in-the-platform',
      comment: "`Database` is the only door to PostgreSQL; pg itself is nobody's business.",
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(platform|migrations|scripts)/' },
      to: { path: 'node_modules/(pg|pg-pool)/' },
    },
    {
      name: 'got-only-in-tmdb',
      severity: 'error',
      from: { pathNot: '^(src/tmdb|test)/' },
      to: { path: 'node_modules/got/' },
    },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    ...featureEdges,
  ],
  options: {
    doNotFollow: { path: '(node_modules|^dist)/' },
    // TypeScript 7 has no API to parse with.
    parser: 'swc',
    tsPreCompilationDeps: true,
  },
};
