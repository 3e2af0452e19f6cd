import { useResponseCache } from '@graphql-yoga/plugin-response-cache';
import { createSchema, createYoga } from 'graphql-yoga';
import { createServer } from 'node:http';
import { resolvers, tellPort, typeDefs } from './slice.js';

/** GraphQL Yoga with its response cache; nobody is signed in. */
const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers }),
  logging: false,
  plugins: [useResponseCache({ session: () => null, ttl: 3_600_000 })],
});
const server = createServer((request, response) => void yoga(request, response));
server.listen(0, '127.0.0.1', () => tellPort(server.address().port));
