import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { AppConfig } from '../config/app-config.js';
import { exampleOperations } from './example-operations.js';
import { renderLocalPage } from './local-page.js';
import { type Page, sendPage } from './page.js';
import { renderSandboxPage } from './sandbox-page.js';

/** The two explorers: Apollo's from the internet, and one that is served from here. */
@Controller()
export class ExplorerController {
  private readonly sandboxPage: Page;
  private readonly localPage = renderLocalPage();

  constructor({ catalogue }: AppConfig) {
    const [first] = exampleOperations(catalogue);
    this.sandboxPage = renderSandboxPage(first);
  }

  /** `HttpEdge` leads browsers at the endpoint here. */
  @Get()
  showSandbox(@Res() response: Response): void {
    sendPage(response, this.sandboxPage);
  }

  @Get('explorer')
  showLocal(@Res() response: Response): void {
    sendPage(response, this.localPage);
  }
}
