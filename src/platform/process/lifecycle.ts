import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';

export type Phase = 'booting' | 'ready' | 'draining';

/** Where the process is in its life, and so whether a balancer should send requests here, whatever else is down. */
@Injectable()
export class Lifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private current: Phase = 'booting';

  get phase(): Phase {
    return this.current;
  }

  /** Requests that come all the same are served. */
  drain(): void {
    this.current = 'draining';
  }

  onApplicationBootstrap(): void {
    if (this.current === 'booting') this.current = 'ready';
  }

  beforeApplicationShutdown(): void {
    this.drain();
  }
}
