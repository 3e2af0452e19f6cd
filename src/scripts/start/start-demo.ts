import { type StandIn, startStandIn } from '#demo/stand-in.js';
import type { Environment } from '../../config/load-config.js';

/** Where the demo catalogue may listen. */
export interface DemoPort {
  /** The first port to try; 0 takes any free one. */
  readonly first: number;
  /** The API's own, which is never taken. */
  readonly apiPort: number;
}

export interface Demo {
  readonly standIn: StandIn;
  /** What makes the API ask the demo catalogue. */
  readonly env: Environment;
}

const token = 'demo';
const portsTried = 20;

/** Starts the demo catalogue on the first free port; on any, if many after that are taken. */
export async function startDemo(port: DemoPort): Promise<Demo> {
  const standIn = await startOnFreePort(port);
  return {
    standIn,
    env: { TMDB_READ_TOKEN: token, TMDB_BASE_URL: standIn.apiUrl, TMDB_IMAGE_BASE_URL: standIn.imageUrl },
  };
}

async function startOnFreePort({ first, apiPort }: DemoPort): Promise<StandIn> {
  if (first === 0) return startStandIn({ token });
  for (let port = first; port < first + portsTried && port <= 65_535; port += 1) {
    if (port === apiPort) continue;
    try {
      return await startStandIn({ port, token });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    }
  }
  return startStandIn({ token });
}
