import { Injectable } from '@nestjs/common';
import cors from 'cors';
import helmet from 'helmet';
import { LRUCache } from 'lru-cache';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppConfig } from '../../config/app-config.js';
import { rateLimitHeaderNames } from '../budget/rate-limit-headers.js';
import { originPattern } from './origins.js';
import type { Protocol } from './protocol.js';
import { type FlatHeaders, recordedHeaders } from './recorded-headers.js';

// Nothing but data is served; the pages of the explorer have policies of their own.
const apiOnly = { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } };

const readableByPages = ['Age', 'Content-Language', 'ETag', ...rateLimitHeaderNames, 'Retry-After', 'X-Request-Id'];

/** For two years; browsers ask no name below this one by plain HTTP then. Over plain HTTP it has no meaning. */
const httpsFromNowOn: FlatHeaders = ['strict-transport-security', 'max-age=63072000; includeSubDomains'];

/** An origin is longer than this only to do harm. */
const longestOrigin = 300;

/** The headers that every answer has: those of security, and of CORS by the origin that asks. */
@Injectable()
export class StandingHeaders {
  private readonly cors: ReturnType<typeof cors>;
  private readonly security: ReturnType<typeof helmet>;
  private readonly plain: FlatHeaders;
  private readonly known = new LRUCache<string, FlatHeaders>({ max: 500 });
  private readonly encrypted = new WeakMap<FlatHeaders, FlatHeaders>();

  constructor({ http }: AppConfig) {
    this.security = helmet({
      contentSecurityPolicy: apiOnly,
      crossOriginEmbedderPolicy: false,
      crossOriginResourcePolicy: { policy: 'cross-origin' },
      // For browsers of long ago, or of no use to the pages of the explorer.
      originAgentCluster: false,
      strictTransportSecurity: false,
      xDnsPrefetchControl: false,
      xDownloadOptions: false,
      xPermittedCrossDomainPolicies: false,
      xXssProtection: false,
    });
    this.cors = cors({
      origin: http.corsOrigins.map(originPattern),
      methods: ['GET', 'POST'],
      exposedHeaders: readableByPages,
      // For the refresh cookie; it is taken from listed origins alone.
      credentials: true,
      maxAge: 600,
    });
    this.plain = this.record({});
  }

  /** All but `Vary`, to which `Origin` belongs. */
  for(origin: string | undefined, protocol: Protocol): FlatHeaders {
    const headers = origin === undefined ? this.plain : this.forPage(origin);
    return protocol === 'https' ? this.withHttpsFrom(headers) : headers;
  }

  /** Answers a browser that asks whether it may ask. */
  answerPreflight(request: IncomingMessage, response: ServerResponse): void {
    this.cors(request, response, () => undefined);
  }

  private forPage(origin: string): FlatHeaders {
    const asked = origin.length > longestOrigin ? '' : origin;
    const known = this.known.get(asked);
    if (known !== undefined) return known;
    const headers = this.record({ origin: asked });
    this.known.set(asked, headers);
    return headers;
  }

  private withHttpsFrom(headers: FlatHeaders): FlatHeaders {
    const known = this.encrypted.get(headers);
    if (known !== undefined) return known;
    const longer = [...headers, ...httpsFromNowOn];
    this.encrypted.set(headers, longer);
    return longer;
  }

  private record(given: Readonly<Record<string, string>>): FlatHeaders {
    const recorded = recordedHeaders([this.security, this.cors], given);
    const vary = recorded.indexOf('vary');
    return vary < 0 ? recorded : recorded.toSpliced(vary, 2);
  }
}
