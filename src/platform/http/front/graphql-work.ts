import { Injectable, Logger } from '@nestjs/common';
import type { KnownOperation } from '../../graphql/execution/known-documents.js';
import { KnownDocuments } from '../../graphql/execution/known-documents.js';
import type { GraphqlContext } from '../../graphql/graphql-context.js';
import { runInRequest } from '../../request/current-request.js';
import type { Credentials } from '../../request/request-context.js';
import type { Arrival } from '../arrival.js';
import { internalFault, notAnObject, notJson, type Refusal, refuse, refusedToken, tooSlow } from '../refusals.js';
import { RequestContexts } from '../request-contexts.js';
import { AnswerMaker } from './answer-maker.js';
import { AnswerStore } from './answer-store.js';
import { type Asked, askedOf, isObject, partsOfSearch, type RequestParts } from './asked.js';
import { checkParts } from './check-parts.js';
import type { ReadyAnswer } from './ready-answer.js';
import { send } from './send.js';
import type { Variant } from './variant.js';

export interface Question {
  readonly variant: Variant;
  /** Null for a GET. */
  readonly body: Buffer | null;
  /** What tells it from all that may be answered otherwise; null for what is answered for itself alone. */
  readonly key: string | null;
  /** Undefined where the token is not accepted. */
  readonly credentials: Credentials | null | undefined;
}

/** The time an operation may take before it is given up. */
const limitMs = 10_000;

/** Answers what is not known yet: it checks the request, waits for the same if that is under way, or has it made. */
@Injectable()
export class GraphqlWork {
  private readonly logger = new Logger(GraphqlWork.name);

  constructor(
    private readonly contexts: RequestContexts,
    private readonly store: AnswerStore,
    private readonly documents: KnownDocuments,
    private readonly maker: AnswerMaker,
  ) {}

  /** Sees a request through to its end, whatever happens. */
  begin(arrival: Arrival, question: Question): void {
    const { variant, credentials } = question;
    const { request: req, response: res } = arrival;
    const { acceptedLocales } = variant;
    const context = this.contexts.open(arrival, { acceptedLocales, credentials: credentials ?? null });
    runInRequest(context, () => {
      this.answer(arrival, question, Object.assign(context, { req, res })).catch((error: unknown) => {
        this.logger.error({ err: error }, 'A request met an unexpected error');
        this.end(arrival, internalFault);
      });
    });
  }

  refuse(arrival: Arrival, { acceptedLocales }: Variant, refusal: Refusal): void {
    runInRequest(this.contexts.open(arrival, { acceptedLocales }), () => this.end(arrival, refusal));
  }

  private async answer(arrival: Arrival, question: Question, context: GraphqlContext): Promise<void> {
    const { variant, body, credentials } = question;
    if (credentials === undefined) return this.end(arrival, refusedToken(variant.mediaType));
    const parts = body === null ? searchParts(arrival) : bodyParts(body);
    if ('status' in parts) return this.end(arrival, parts);
    const refusal = checkParts(parts);
    if (refusal !== undefined) return this.end(arrival, refusal);
    const timer = setTimeout(() => {
      this.end(arrival, tooSlow);
      arrival.abandonment.abort();
    }, limitMs);
    try {
      const answer = await this.obtain(arrival, { ...question, parts, asked: askedOf(parts), context });
      const { response } = arrival;
      if (!response.headersSent && !response.destroyed) send(arrival, answer, Date.now(), credentials !== null);
    } finally {
      clearTimeout(timer);
    }
  }

  private async obtain(arrival: Arrival, job: Job): Promise<ReadyAnswer> {
    const { asked, key, credentials } = job;
    if (asked === null) return this.make(job, undefined);
    const known = await this.documents.known(asked.text, asked.operationName);
    if ('end' in known) {
      // The first to ask it shows whether it may be asked at all.
      try {
        return await this.make(job, undefined);
      } finally {
        known.end();
      }
    }
    const isShared = key !== null && credentials === null && known.isQuery && !known.touchesViewer;
    if (!isShared) return this.make(job, known);
    const underWay = await this.store.flights.find(key);
    if (underWay) return underWay;
    if (arrival.response.destroyed) return this.make(job, known);
    return this.makeForAll(key, job, known);
  }

  private async makeForAll(key: string, job: Job, known: KnownOperation): Promise<ReadyAnswer> {
    const land = this.store.flights.begin(key);
    let shared: ReadyAnswer | null = null;
    try {
      const answer = await this.make(job, known);
      if (answer.isFreshAt(Date.now())) shared = answer;
      return answer;
    } finally {
      land(shared);
    }
  }

  private async make(job: Job, known: KnownOperation | undefined): Promise<ReadyAnswer> {
    const { ticket } = this.store;
    const answer = await this.maker.make(job, known);
    if (job.key !== null) this.store.offer(job.key, answer, ticket);
    return answer;
  }

  private end(arrival: Arrival, refusal: Refusal): void {
    if (arrival.response.headersSent || arrival.response.destroyed) return;
    arrival.openHead();
    refuse(arrival.response, refusal);
  }
}

/** A question that may be asked. */
export interface Job extends Question {
  readonly parts: RequestParts;
  readonly asked: Asked | null;
  readonly context: GraphqlContext;
}

function bodyParts(body: Buffer): RequestParts | Refusal {
  let parsed: unknown;
  try {
    parsed = body.length === 0 ? undefined : JSON.parse(textOf(body));
  } catch {
    return notJson;
  }
  return isObject(parsed) && Object.keys(parsed).length > 0 ? parsed : notAnObject;
}

/** Apollo says what is wrong with those that can't be read. */
function searchParts({ request: { url = '' } }: Arrival): RequestParts {
  const question = url.indexOf('?');
  return (question < 0 ? undefined : partsOfSearch(url.slice(question + 1))) ?? {};
}

/** Some editors begin a file with a mark of its byte order. */
function textOf(body: Buffer): string {
  const text = body.toString();
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
