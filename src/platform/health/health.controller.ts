import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Lifecycle, type Phase } from '../process/lifecycle.js';
import { type Outage, Outages } from './outages.js';

interface Readiness {
  readonly status: Phase;
  readonly degraded: readonly Outage[];
}

@Controller('health')
export class HealthController {
  constructor(
    private readonly lifecycle: Lifecycle,
    private readonly outages: Outages,
  ) {}

  /** The process answers; depends on nothing else, so that an outage elsewhere never restarts it. */
  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** 503 only while booting or draining: what is degraded is told, and no reason to send requests elsewhere. */
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  ready(@Res({ passthrough: true }) response: Response): Readiness {
    const { phase } = this.lifecycle;
    if (phase !== 'ready') response.status(503);
    return { status: phase, degraded: this.outages.list() };
  }
}
