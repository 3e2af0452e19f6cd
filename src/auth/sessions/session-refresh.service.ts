import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.service.js';
import type { RequestContext } from '../../platform/request/request-context.js';
import type { UserEntity } from '../../users/user.entity.js';
import { ViewersService } from '../viewers/viewers.service.js';
import { type OpenSession, SessionsService } from './sessions.service.js';

/** What clients do with their sessions: go on, or end them. */
@Injectable()
export class SessionRefresh {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly viewers: ViewersService,
  ) {}

  /** The session goes on under new tokens; null for one that is over. */
  async refresh(token: string): Promise<(OpenSession & { user: UserEntity; deviceToken: null }) | null> {
    const open = await this.sessions.rotate(token);
    return open && { ...open, deviceToken: null };
  }

  /** Ends that of a refresh token and that of the request's access token. Whether there was one. */
  async end(token: string | undefined, context: RequestContext): Promise<boolean> {
    const { credentials } = context;
    const byToken = token !== undefined && (await this.sessions.endByToken(token));
    const byAccess = credentials !== null && (await this.sessions.end(credentials.userId, credentials.sessionId));
    this.viewers.forget(context);
    return byToken || byAccess;
  }

  /** Ends all of the viewer's; gives how many. */
  async endAll(context: RequestContext): Promise<number> {
    const { user } = await this.viewers.get(context);
    const ended = await this.database.writeRepeatable((em) => this.sessions.endAll(em, user.id));
    this.viewers.forget(context);
    return ended;
  }
}
