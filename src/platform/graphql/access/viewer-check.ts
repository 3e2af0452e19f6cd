import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../request/request-context.js';

/** Resolves when somebody is signed in, and rejects otherwise. `isWrite`: what was known before does not count. */
type Check = (context: RequestContext, isWrite: boolean) => Promise<unknown>;

/** Where `auth` says how a viewer is told, so that the guard of fields needs to know nothing of it. */
@Injectable()
export class ViewerCheck {
  private check: Check = () => Promise.reject(new Error('Nobody checks viewers.'));

  use(check: Check): void {
    this.check = check;
  }

  async requireViewer(context: RequestContext, isWrite: boolean): Promise<void> {
    await this.check(context, isWrite);
  }
}
