import { Controller, Get, HttpException, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { createRequire } from 'node:module';
import { AppConfig } from '../config/app-config.js';
import {
  altairOptions,
  altairOptionsFile,
  altairPath,
  altairPolicy,
  altairWorkerPolicy,
  beginAtFirstOf,
  takeWorker,
} from './altair.js';
import { exampleOperations } from './example-operations.js';
import { sendPage } from './page.js';

const { version } = createRequire(import.meta.url)('altair-static/package.json') as { version: string };

/** Altair: its page, with our operations as tabs, and the files that come with its package. */
@Controller(altairPath)
export class AltairController {
  constructor(private readonly config: AppConfig) {}

  @Get()
  async show(@Res() response: Response): Promise<void> {
    const { renderAltair } = await loadAltair();
    const html = renderAltair(altairOptions([])).replace('<html>', '<html lang="en">');
    sendPage(response, { html, headers: { 'Content-Security-Policy': altairPolicy } });
  }

  @Get(altairOptionsFile)
  async setUp(@Res() response: Response): Promise<void> {
    const { renderInitSnippet } = await loadAltair();
    const operations = exampleOperations(this.config.catalogue);
    const script = [takeWorker, renderInitSnippet(altairOptions(operations)), beginAtFirstOf(operations)].join('');
    response.type('text/javascript').set('Cache-Control', 'no-cache').send(script);
  }

  /** Other pages than the one above are not served. */
  @Get('*file')
  async sendFile(@Param('file') segments: string[], @Res() response: Response): Promise<void> {
    const file = segments.join('/');
    if (file.endsWith('.html')) throw new NotFoundException();
    const { getDistDirectory } = await loadAltair();
    const headers = {
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': file.startsWith('worker-') ? altairWorkerPolicy : altairPolicy,
      // The times of installed files say nothing of what is in them.
      ETag: `"${version}"`,
    };
    const settings = {
      root: getDistDirectory(),
      headers,
      cacheControl: false,
      lastModified: false,
      acceptRanges: false,
    };
    await new Promise<void>((resolve, reject) => {
      response.sendFile(file, settings, (error?: FileError) => {
        // Who goes away has no need of an answer.
        if (error === undefined || response.headersSent) resolve();
        else reject(new HttpException('No such file', statusOf(error), { cause: error }));
      });
    });
  }
}

/** What Express gives for files: most know their status, a folder does not. */
type FileError = NodeJS.ErrnoException & { readonly status?: number };

function statusOf({ status, code }: FileError): number {
  return code === 'EISDIR' ? 404 : (status ?? 500);
}

/** Half a megabyte of code that only a server with an explorer needs, and only when somebody looks. */
function loadAltair() {
  return import('altair-static');
}
