import { createRequire } from 'node:module';

interface Sender {
  query(this: unknown, statement: unknown, ...rest: unknown[]): unknown;
}

/** What lies around statements, and is none of them. */
const bookkeeping = /^\s*(begin|commit|rollback|start transaction|set |savepoint|release|select pg_backend_pid)/i;

export interface StatementCount {
  /** The statements that this process sent to PostgreSQL since the last time this was asked. */
  take(): string[];
  /** Listens no longer. */
  stop(): void;
}

/** Listens at the driver, so that whatever sends a statement is counted; not to transactions and settings. */
export function countStatements(): StatementCount {
  // No dependency of ours: the driver that MikroORM brings.
  const { Client } = createRequire(import.meta.url)('pg') as { Client: { prototype: Sender } };
  // oxlint-disable-next-line typescript/unbound-method -- it is called on the client it is taken from
  const { query } = Client.prototype;
  let statements: string[] = [];
  Client.prototype.query = function counted(statement, ...rest) {
    const text = textOf(statement);
    if (!bookkeeping.test(text)) statements.push(text);
    return query.call(this, statement, ...rest);
  };
  return {
    take: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
    stop: () => {
      Client.prototype.query = query;
    },
  };
}

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  const isNamed = typeof statement === 'object' && statement !== null && 'text' in statement;
  return isNamed && typeof statement.text === 'string' ? statement.text : '';
}
