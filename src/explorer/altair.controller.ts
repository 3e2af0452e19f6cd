import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppConfig } from '../config/app-config.js';
import {
  altairOptions,
  altairOptionsFile,
  altairPath,
  altairPolicy,
  beginAtFirstOf,
  scriptFrameFile,
  scriptFramePolicy,
} from './altair.js';
import { exampleOperations } from './example-operations.js';
import { sendPage } from './page.js';

/** Altair: its page, with our operations as tabs, and the files that come with its package. */
@Controller(altairPath)
export class AltairController {
  private readonly options: ReturnType<typeof altairOptions>;
  private readonly beginning: string;

  constructor({ catalogue }: AppConfig) {
    const operations = exampleOperations(catalogue);
    this.options = altairOptions(operations);
    this.beginning = beginAtFirstOf(operations);
  }

  @Get()
  async show(@Res() response: Response): Promise<void> {
    const { renderAltair } = await loadAltair();
    sendPage(response, { html: renderAltair(this.options), policy: altairPolicy });
  }

  @Get(altairOptionsFile)
  async setUp(@Res() response: Response): Promise<void> {
    const { renderInitSnippet } = await loadAltair();
    const script = `${renderInitSnippet(this.options)}${this.beginning}`;
    response.type('text/javascript').set('Cache-Control', 'no-cache').send(script);
  }

  /** Without its link to an icon that nobody has. */
  @Get(scriptFrameFile)
  async showScriptFrame(@Res() response: Response): Promise<void> {
    const { getDistDirectory } = await loadAltair();
    const html = await readFile(join(getDistDirectory(), scriptFrameFile), 'utf8');
    sendPage(response, { html: html.replace(/<link rel="icon"[^>]*>/, ''), policy: scriptFramePolicy });
  }

  @Get('*file')
  async sendFile(@Param('file') segments: string[], @Res() response: Response): Promise<void> {
    const { getDistDirectory } = await loadAltair();
    response.set({ 'Cache-Control': 'no-cache', 'Content-Security-Policy': altairPolicy });
    await new Promise<void>((resolve, reject) => {
      response.sendFile(segments.join('/'), { root: getDistDirectory(), cacheControl: false }, (error?: Error) => {
        // Who goes away has no need of an answer; there is no other way to fail than that the file is not there.
        if (error === undefined || response.headersSent) resolve();
        else reject(new NotFoundException());
      });
    });
  }
}

/** Half a megabyte of code that only a server with an explorer needs, and only when somebody looks. */
function loadAltair() {
  return import('altair-static');
}
