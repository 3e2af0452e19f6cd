import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { createApp } from '../../src/app.js';
import { loadConfig } from '../../src/config/load-config.js';

/** The schema as the app serves it, with what its fields declare; nothing is listened or connected to. */
export async function schemaOfApp(): Promise<GraphQLSchema> {
  const app = await createApp(
    loadConfig({
      LOG_LEVEL: 'silent',
      TMDB_READ_TOKEN: 'none',
      DATABASE_URL: 'postgres://nowhere/none',
      JWT_SECRET: 'x'.repeat(32),
    }),
  );
  const { schema } = app.get(GraphQLSchemaHost);
  await app.close();
  return schema;
}
