import { Injectable, Logger } from '@nestjs/common';
import { AccessTokens } from '../access-tokens.js';
import type { Arrival } from '../arrival.js';
import { readBody } from '../request-body.js';
import {
  cameInTheOpen,
  internalFault,
  notAccepted,
  overloaded,
  type Refusal,
  refusedBody,
  wrongBodyType,
  wrongMethod,
} from '../refusals.js';
import { LoadShedder } from '../../process/load-shedder.js';
import { RequestContexts } from '../request-contexts.js';
import { RequestLog } from '../request-log.js';
import { AnswerSender } from './answer-sender.js';
import { AnswerStore } from './answer-store.js';
import { GraphqlWork } from './graphql-work.js';
import { type Variant, Variants } from './variant.js';

/**
 * The front of the endpoint. A query whose very answer is known and fresh is answered here, with bytes that are ready;
 * all else is work.
 */
@Injectable()
export class GraphqlFront {
  private readonly logger = new Logger(GraphqlFront.name);
  private readonly variants = new Variants();

  constructor(
    private readonly contexts: RequestContexts,
    private readonly tokens: AccessTokens,
    private readonly answers: AnswerStore,
    private readonly work: GraphqlWork,
    private readonly sender: AnswerSender,
    private readonly log: RequestLog,
    private readonly shedder: LoadShedder,
  ) {}

  /** Never throws: an error that nobody catches would end the process. */
  handle(arrival: Arrival): void {
    this.safely(arrival, () => this.read(arrival));
  }

  private read(arrival: Arrival): void {
    const { request } = arrival;
    const variant = this.variants.of(request.headers);
    const isRead = request.method === 'GET';
    if (!isRead && request.method !== 'POST') this.refuse(arrival, variant, wrongMethod);
    else if (variant.mediaType === null) this.refuse(arrival, variant, notAccepted);
    else if (isRead) this.answer(arrival, variant, null);
    else if (!variant.isBodyTypeUsable && !isEmpty(arrival)) this.refuse(arrival, variant, wrongBodyType);
    else {
      readBody(request, {
        onBody: (body) => this.safely(arrival, () => this.answer(arrival, variant, body)),
        onFault: (fault) => this.refuse(arrival, variant, refusedBody(fault)),
      });
    }
  }

  private answer(arrival: Arrival, variant: Variant, body: Buffer | null): void {
    if (this.bearsTokenInTheOpen(arrival)) return this.refuse(arrival, variant, cameInTheOpen);
    const credentials = this.tokens.read(arrival.request);
    const key = this.answers.keyOf(arrival.request, variant, body);
    const now = Date.now();
    const known = credentials === undefined || key === null ? undefined : this.answers.find(key, now);
    if (known === undefined) {
      this.log.watch(arrival);
      this.work.begin(arrival, { variant, body, key, credentials });
      return;
    }
    if (!this.shedder.admits('hit')) return this.refuse(arrival, variant, overloaded);
    this.sender.send(arrival, known, now, credentials ?? null);
    this.log.noteHit(arrival, known.made.operationName);
  }

  /** A token that others can have read on its way. */
  private bearsTokenInTheOpen(arrival: Arrival): boolean {
    return arrival.request.headers.authorization !== undefined && this.contexts.isInTheOpen(arrival);
  }

  private safely(arrival: Arrival, step: () => void): void {
    try {
      step();
    } catch (error) {
      this.logger.error({ err: error }, 'A request met an unexpected error');
      this.log.watch(arrival);
      this.work.refuse(arrival, [], internalFault);
    }
  }

  private refuse(arrival: Arrival, variant: Variant, refusal: Refusal): void {
    this.log.watch(arrival);
    this.work.refuse(arrival, variant.acceptedLocales, refusal);
  }
}

/** A body without a type, which only an empty one may be, is refused later for being empty. */
function isEmpty({ request: { headers } }: Arrival): boolean {
  const isWithout = headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0';
  return headers['content-type'] === undefined && isWithout;
}
