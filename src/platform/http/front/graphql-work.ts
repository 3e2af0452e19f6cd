import { Injectable, Logger } from '@nestjs/common';
import { Documents } from '../../graphql/documents/documents.js';
import { KnownDocuments, type KnownOperation } from '../../graphql/execution/known-documents.js';
import { runInRequest } from '../../request/current-request.js';
import { LoadShedder } from '../../process/load-shedder.js';
import type { Credentials } from '../../request/request-context.js';
import type { Arrival } from '../arrival.js';
import { badToken, internalFault, overloaded, type Refusal, refuse, tooSlow } from '../refusals.js';
import { RequestContexts } from '../request-contexts.js';
import { AnswerMaker } from './answer-maker.js';
import { AnswerSender } from './answer-sender.js';
import { AnswerStore } from './answer-store.js';
import { askedOf, isRegistering, type Job } from './job.js';
import { operationTiming } from './operation-timing.js';
import { type Question, readQuestion } from './read-question.js';
import type { ReadyAnswer } from './ready-answer.js';
import type { Variant } from './variant.js';

export interface Unanswered {
  readonly variant: Variant;
  /** Null for a GET. */
  readonly body: Buffer | null;
  /** As in `Job`. */
  readonly key: string | null;
  /** Undefined where the token is not accepted. */
  readonly credentials: Credentials | null | undefined;
}

/** Answers what is not known yet: it reads the request, waits for the same if that is under way, or has it made. */
@Injectable()
export class GraphqlWork {
  private readonly logger = new Logger(GraphqlWork.name);

  constructor(
    private readonly contexts: RequestContexts,
    private readonly store: AnswerStore,
    private readonly documents: Documents,
    private readonly known: KnownDocuments,
    private readonly maker: AnswerMaker,
    private readonly sender: AnswerSender,
    private readonly shedder: LoadShedder,
  ) {}

  /** Sees a request through to its end, whatever happens. */
  begin(arrival: Arrival, unanswered: Unanswered): void {
    const { variant, credentials } = unanswered;
    this.within(arrival, variant, credentials ?? null, () => {
      this.answer(arrival, unanswered).catch((error: unknown) => {
        this.logger.error({ err: error }, 'A request met an unexpected error');
        end(arrival, internalFault);
      });
    });
  }

  refuse(arrival: Arrival, variant: Variant, refusal: Refusal): void {
    this.within(arrival, variant, null, () => end(arrival, refusal));
  }

  private within(arrival: Arrival, variant: Variant, credentials: Credentials | null, handle: () => void): void {
    runInRequest(this.contexts.open(arrival, { acceptedLocales: variant.acceptedLocales, credentials }), handle);
  }

  private async answer(arrival: Arrival, unanswered: Unanswered): Promise<void> {
    const { body, credentials } = unanswered;
    if (credentials === undefined) return end(arrival, badToken);
    const question = readQuestion(this.documents, arrival.request, body);
    if ('status' in question) return end(arrival, question);
    const timer = setTimeout(() => {
      end(arrival, tooSlow);
      arrival.abandonment.abort();
    }, operationTiming.limitMs);
    try {
      await this.answerInTime(arrival, await this.jobOf(arrival, unanswered, question));
    } finally {
      clearTimeout(timer);
    }
  }

  private async answerInTime(arrival: Arrival, job: Job): Promise<void> {
    const { asked, context } = job;
    const known = asked === null ? undefined : await this.known.find(asked.text, asked.operationName);
    const study = known !== undefined && 'end' in known ? known : undefined;
    try {
      const operation = known !== undefined && 'end' in known ? undefined : known;
      if (!this.shedder.admits(operation === undefined ? 'cold' : 'warm')) return end(arrival, overloaded);
      const answer = operation === undefined ? await this.make(job, undefined) : await this.obtain(job, operation);
      const { response } = arrival;
      if (response.headersSent || response.destroyed) return;
      this.sender.send(arrival, answer, Date.now(), context.credentials);
    } finally {
      // The first to ask a document shows whether it may be asked at all.
      study?.end();
    }
  }

  private async jobOf(arrival: Arrival, { variant, key }: Unanswered, question: Question): Promise<Job> {
    const { request: req, response: res } = arrival;
    const context = Object.assign(this.contexts.of(arrival), { req, res });
    const text = await this.textOf(question);
    return { question, variant, key, context, asked: askedOf(text, question) };
  }

  private async textOf({ admission }: Question): Promise<string | null> {
    if (admission.kind === 'none') return null;
    return admission.kind === 'hash' ? this.documents.find(admission.hash) : admission.text;
  }

  private async obtain(job: Job, known: KnownOperation): Promise<ReadyAnswer> {
    const { key, context } = job;
    const isShared = key !== null && context.credentials === null && known.isQuery && !known.touchesViewer;
    if (!isShared) return this.make(job, known);
    const underWay = this.store.flights.find(key);
    // At once, before others look.
    if (underWay === undefined) return this.makeForAll(key, job, known);
    context.trace.operationName = known.name;
    return (await underWay) ?? this.make(job, known);
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
    if (job.key !== null && !isRegistering(job)) this.store.offer(job.key, answer, ticket);
    return answer;
  }
}

function end(arrival: Arrival, refusal: Refusal): void {
  if (arrival.response.headersSent || arrival.response.destroyed) return;
  arrival.openHead();
  refuse(arrival.response, refusal);
}
