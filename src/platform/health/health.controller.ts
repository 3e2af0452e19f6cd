import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Lifecycle } from '../process/lifecycle.js';

@Controller('health')
export class HealthController {
  constructor(private readonly lifecycle: Lifecycle) {}

  /** The process answers; depends on nothing else, so that an outage elsewhere never restarts it. */
  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** 503 only while booting or draining. */
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  ready(@Res({ passthrough: true }) response: Response): { status: string } {
    const { phase } = this.lifecycle;
    if (phase !== 'ready') response.status(503);
    return { status: phase };
  }
}
