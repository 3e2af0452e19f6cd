import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';

/** Whether a balancer should send requests here: not while booting, not while draining, whatever else is down. */
@Injectable()
export class Readiness implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private phase: 'booting' | 'ready' | 'draining' = 'booting';

  get status(): 'booting' | 'ready' | 'draining' {
    return this.phase;
  }

  onApplicationBootstrap(): void {
    this.phase = 'ready';
  }

  beforeApplicationShutdown(): void {
    this.phase = 'draining';
  }
}
