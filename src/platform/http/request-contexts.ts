import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import type { Locale } from '../locale/locale.js';
import { type Credentials, newRequestContext, type RequestContext } from '../request/request-context.js';
import type { Arrival } from './arrival.js';
import { clientAddressOf } from './client-address.js';

/** What a request may take beyond the deadline of one call to TMDb before it is given up. */
const graceMs = 200;

export interface ContextOf {
  readonly acceptedLocales?: readonly Locale[];
  readonly credentials?: Credentials | null;
}

/** Gives requests their contexts. */
@Injectable()
export class RequestContexts {
  constructor(private readonly config: AppConfig) {}

  open(arrival: Arrival, { acceptedLocales = [], credentials = null }: ContextOf = {}): RequestContext {
    const { http, tmdb } = this.config;
    const context = newRequestContext({
      requestId: arrival.requestId,
      acceptedLocales,
      client: clientAddressOf(arrival.request, http.trustedProxies),
      signal: () => arrival.abandonment.signal,
      patienceMs: tmdb.deadlineMs + graceMs,
      isInTheOpen: this.isInTheOpen(arrival),
    });
    context.credentials = credentials;
    arrival.context = context;
    return context;
  }

  /** Whether the request came by plain HTTP, so that secrets have no place in it. */
  isInTheOpen({ protocol }: Arrival): boolean {
    return protocol === 'http' && !this.config.http.allowsPlainHttp;
  }

  /** Of a request that was given one. */
  of({ context }: Arrival): RequestContext {
    if (context === undefined) throw new Error('The request has no context.');
    return context;
  }
}
