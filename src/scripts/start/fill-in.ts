import { type StandIn, startStandIn } from '#demo/stand-in.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** What `npm start` sets where the environment says nothing: an API to explore on this machine alone. */
const localDefaults = {
  HOST: '127.0.0.1',
  INTROSPECTION: 'on',
  EXPLORER: 'on',
  CORS_ORIGINS: [
    'http://localhost:3000',
    'http://localhost:4173',
    'http://localhost:5173',
    'http://127.0.0.1:3000',
    'http://127.0.0.1:5173',
    'https://studio.apollographql.com',
  ].join(','),
};

const demoToken = 'demo';
const portsTried = 20;

/** The environment with all it lacks, and the demo catalogue if there is no token for TMDb. */
export async function fillIn(given: Environment): Promise<{ env: Environment; demo: StandIn | null }> {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  const env: Environment = { ...localDefaults, ...set };
  if (env['TMDB_READ_TOKEN'] !== undefined) return { env, demo: null };
  const demo = await startDemo(env);
  return {
    env: { ...env, TMDB_READ_TOKEN: demoToken, TMDB_BASE_URL: demo.apiUrl, TMDB_IMAGE_BASE_URL: demo.imageUrl },
    demo,
  };
}

/** On `DEMO_PORT`, else on the first free port after the API's. */
async function startDemo(env: Environment): Promise<StandIn> {
  const asked = env['DEMO_PORT'];
  if (asked !== undefined) return startStandIn({ port: portOf('DEMO_PORT', asked), token: demoToken });
  const apiPort = portOf('PORT', env['PORT'] ?? '4000');
  if (apiPort === 0) return startStandIn({ token: demoToken });
  for (let port = apiPort + 1; port <= apiPort + portsTried && port <= 65_535; port += 1) {
    try {
      return await startStandIn({ port, token: demoToken });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    }
  }
  return startStandIn({ token: demoToken });
}

function portOf(name: string, text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`${name} is not a port. Give a number from 0 to 65535, such as ${name}=4001.`);
  }
  return port;
}
