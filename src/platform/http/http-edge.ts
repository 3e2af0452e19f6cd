import { Injectable } from '@nestjs/common';
import Negotiator from 'negotiator';
import type { IncomingMessage, RequestListener } from 'node:http';
import { AppConfig } from '../../config/app-config.js';
import { runInRequest } from '../request/current-request.js';
import { Arrival } from './arrival.js';
import { GraphqlFront } from './front/graphql-front.js';
import { mediaTypes } from './media-type.js';
import { protocolOf } from './protocol.js';
import { nothingServed, refuse } from './refusals.js';
import { repeatHeaders } from './repeated-headers.js';
import { RequestContexts } from './request-contexts.js';
import { RequestLog } from './request-log.js';
import { StandingHeaders } from './standing-headers.js';

const endpoint = '/graphql';

/** Where the page is that a browser gets at the endpoint. */
const explorer = '/';

/** Forty files for a page. */
const files = '/explorer/altair/';

const offered = [...mediaTypes, 'text/html'];

/**
 * What stands between the socket and everything else: the ID of a request, the headers of its answer, CORS and its log
 * line. GraphQL goes on to the front; whatever else there is, to the web framework.
 */
@Injectable()
export class HttpEdge {
  constructor(
    private readonly headers: StandingHeaders,
    private readonly contexts: RequestContexts,
    private readonly log: RequestLog,
    private readonly front: GraphqlFront,
    private readonly config: AppConfig,
  ) {}

  /** Listens in the place of `framework`, which gets what is not GraphQL. */
  before(framework: RequestListener): RequestListener {
    return (request, response) => {
      repeatHeaders(request);
      const protocol = protocolOf(request, this.config.http.trustedProxies);
      const arrival = new Arrival(request, response, protocol, this.headers.for(request.headers.origin, protocol));
      request.url = originForm(request.url);
      arrival.path = pathOf(request.url);
      const isPage = this.config.graphql.explorer && arrival.path === endpoint && wantsPage(request);
      arrival.isOperation = arrival.path === endpoint && request.method !== 'OPTIONS' && !isPage;
      if (arrival.isOperation) return this.front.handle(arrival);
      if (isPage) request.url = explorer;
      this.handOn(arrival, framework);
    };
  }

  private handOn(arrival: Arrival, framework: RequestListener): void {
    const { request, response, path } = arrival;
    arrival.openHead();
    if (request.method === 'OPTIONS') return this.headers.answerPreflight(request, response);
    if (!path.startsWith('/health/')) this.log.watch(arrival, { onlyFaults: path.startsWith(files) });
    runInRequest(this.contexts.open(arrival), () => {
      // A path beside the endpoint's: the framework matches by prefix, and whatever the case.
      if (/^\/graphql(\/|$)/i.test(pathOf(request.url ?? ''))) refuse(response, nothingServed);
      else framework(request, response);
    });
  }
}

/** Whether a browser has been led to the endpoint by its user. */
function wantsPage(request: IncomingMessage): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  // Clients name no text at all, and are not weighed further.
  const mayBe = isRead && /text\//i.test(request.headers.accept ?? '');
  return mayBe && new Negotiator(request).mediaType(offered) === 'text/html';
}

function pathOf(url: string): string {
  const question = url.indexOf('?');
  return question < 0 ? url : url.slice(0, question);
}

/** The target as all routes know it: HTTP lets clients write a whole address, and frameworks cut off what follows `#`. */
function originForm(url = '/'): string {
  const isUsual = url.startsWith('/') && !url.includes('#');
  if (isUsual) return url;
  const target = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/#.*$/s, '');
  return target.startsWith('/') ? target : `/${target}`;
}
