import fastify from 'fastify';
import mercurius from 'mercurius';
import { resolvers, tellPort, typeDefs } from './slice.js';

/** Mercurius on Fastify; a document is compiled once it was asked a second time. */
const app = fastify();
await app.register(mercurius, { schema: typeDefs, resolvers, jit: 1 });
await app.listen({ host: '127.0.0.1', port: 0 });
tellPort(app.server.address().port);
