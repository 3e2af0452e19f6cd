import type { EntityMetadata } from '@mikro-orm/postgresql';
import { erdOf } from './erd-of.js';

/** The whole of `docs/erd.md`. */
export function erdDocument(entities: readonly EntityMetadata[]): string {
  return `# What PostgreSQL holds

Printed by \`npm run erd\` from the entities (\`src/entities.ts\`). Columns are not null unless they say so.

\`\`\`mermaid
${erdOf(entities)}
\`\`\`
`;
}
