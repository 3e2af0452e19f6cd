import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.service.js';
import { ViewerCheck } from '../../platform/graphql/access/viewer-check.js';
import type { Credentials, RequestContext } from '../../platform/request/request-context.js';
import { UserEntity } from '../../users/user.entity.js';
import { UnauthenticatedError } from '../../platform/graphql/access/unauthenticated.error.js';

/** Whoever is signed in, and by which session. */
export interface Viewer {
  readonly user: UserEntity;
  readonly sessionId: string;
}

/**
 * Tells who a request comes from. The access token says so by itself, but only the database knows whether its session
 * still is: each request that touches accounts looks once, each write once more. Requests for films never look.
 */
@Injectable()
export class ViewersService implements OnModuleInit {
  private readonly known = new WeakMap<RequestContext['trace'], Promise<Viewer | null>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly check: ViewerCheck,
  ) {}

  onModuleInit(): void {
    this.check.use((context, isWrite) => {
      if (isWrite) this.forget(context);
      return this.get(context);
    });
  }

  /** Null when signed out. @throws UnauthenticatedError for a token whose session is over. */
  find(context: RequestContext): Promise<Viewer | null> {
    // With or without a token: what depends on one is never kept by a cache.
    context.trace.isPrivate = true;
    // Copies of a context share its trace.
    const known = this.known.get(context.trace);
    if (known !== undefined) return known;
    const found = context.credentials === null ? Promise.resolve(null) : this.load(context.credentials);
    this.known.set(context.trace, found);
    return found;
  }

  /** @throws UnauthenticatedError when nobody is signed in. */
  async get(context: RequestContext): Promise<Viewer> {
    const viewer = await this.find(context);
    if (viewer === null) throw new UnauthenticatedError();
    return viewer;
  }

  /** Looks anew the next time: after whatever changes the account or its sessions. */
  forget(context: RequestContext): void {
    this.known.delete(context.trace);
  }

  /** Whoever signed in by this request is its viewer from now on. */
  signedIn(context: RequestContext, viewer: Viewer): void {
    context.trace.isPrivate = true;
    this.known.set(context.trace, Promise.resolve(viewer));
  }

  private async load({ userId, sessionId }: Credentials): Promise<Viewer> {
    const user = await this.database.read(async (em) => {
      const { rows } = await sql<object>`
        select users.* from users join sessions on sessions.user_id = users.id
        where users.id = ${userId} and sessions.id = ${sessionId} and sessions.expires_at > ${this.clock.now()}
      `.execute(em.getKysely());
      return rows[0] === undefined ? null : em.map(UserEntity, rows[0]);
    });
    if (user === null) throw new UnauthenticatedError();
    return { user, sessionId };
  }
}
