import { Injectable, Logger } from '@nestjs/common';
import { Documents } from '../../graphql/documents/documents.js';
import { KnownDocuments, type KnownOperation } from '../../graphql/execution/known-documents.js';
import { runInRequest } from '../../request/current-request.js';
import type { Locale } from '../../locale/locale.js';
import { LoadShedder } from '../../process/load-shedder.js';
import { inSpan } from '../../telemetry/spans.js';
import { isPromise } from '../../request/maybe-promise.js';
import type { Credentials } from '../../request/request-context.js';
import type { Arrival } from '../arrival.js';
import { badToken, internalFault, overloaded, type Refusal, tooSlow } from '../refusals.js';
import { RequestContexts } from '../request-contexts.js';
import { AnswerMaker } from './answer-maker.js';
import { AnswerSender } from './answer-sender.js';
import { AnswerStore } from './answer-store.js';
import { end, isOver } from './ending.js';
import { askedOf, isRegistering, type Job, landingOf, sharedKeyOf } from './job.js';
import { Overdue } from './overdue.js';
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
  private readonly overdue = new Overdue();

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
    const { variant, credentials = null } = unanswered;
    runInRequest(this.contexts.open(arrival, { acceptedLocales: variant.acceptedLocales, credentials }), () => {
      this.answer(arrival, unanswered).catch((error: unknown) => {
        // Whoever went away, or was given up, made what was done for it fail.
        if (isOver(arrival)) return;
        this.logger.error({ err: error }, 'A request met an unexpected error');
        end(arrival, internalFault);
      });
    });
  }

  refuse(arrival: Arrival, acceptedLocales: readonly Locale[], refusal: Refusal): void {
    runInRequest(this.contexts.open(arrival, { acceptedLocales }), () => end(arrival, refusal));
  }

  private async answer(arrival: Arrival, unanswered: Unanswered): Promise<void> {
    const { body, credentials } = unanswered;
    if (credentials === undefined) return end(arrival, badToken);
    const question = readQuestion(this.documents, arrival.request, body);
    if ('status' in question) return end(arrival, question);
    const onGivenUp: (() => void)[] = [];
    const ended = this.overdue.watch(() => {
      runInRequest(this.contexts.of(arrival), () => end(arrival, tooSlow));
      arrival.abandonment.abort();
      for (const tell of onGivenUp) tell();
    });
    try {
      const { admission } = question;
      const text = admission.kind === 'hash' ? await this.documents.find(admission.hash) : textOf(admission);
      const job = { ...this.jobOf(arrival, unanswered, question, text), onGivenUp };
      await inSpan('operation', async (span) => {
        await this.answerInTime(arrival, job);
        const { operationName, upstreamCalls } = job.context.trace;
        span?.setAttributes({ 'graphql.operation.name': operationName ?? '', 'watchme.upstream_calls': upstreamCalls });
      });
    } finally {
      ended();
    }
  }

  private jobOf(arrival: Arrival, { variant, key }: Unanswered, question: Question, text: string | null) {
    const { request: req, response: res } = arrival;
    const context = Object.assign(this.contexts.of(arrival), { req, res });
    return { question, variant, key, context, asked: askedOf(text, question) };
  }

  private async answerInTime(arrival: Arrival, job: Job): Promise<void> {
    const { asked } = job;
    const found = asked === null ? undefined : this.known.find(asked.text, asked.operationName);
    const known = isPromise(found) ? await found : found;
    if (known !== undefined && 'end' in known) {
      // The first to ask a document shows whether it may be asked at all.
      job.onGivenUp.push(known.end);
      return this.answerWith(arrival, job, undefined).finally(known.end);
    }
    return this.answerWith(arrival, job, known);
  }

  private async answerWith(arrival: Arrival, job: Job, known: KnownOperation | undefined): Promise<void> {
    if (!this.shedder.admits(known === undefined ? 'cold' : 'warm')) return end(arrival, overloaded);
    const answer = await (known === undefined ? this.make(job, known) : this.obtain(job, known));
    if (isOver(arrival)) return;
    this.sender.send(arrival, answer, Date.now(), job.context.credentials);
  }

  /** Of equal questions at one time one is answered, for all it is for. */
  private async obtain(job: Job, known: KnownOperation): Promise<ReadyAnswer> {
    const { flights } = this.store;
    job.context.trace.operationName = known.name;
    const key = sharedKeyOf(job, known);
    if (key === null) return this.make(job, known);
    for (let underWay = flights.find(key); underWay !== undefined; underWay = flights.find(key)) {
      job.context.trace.hasWaited = true;
      const landing = await underWay;
      if (landing === 'alone') return this.make(job, known);
      if (landing !== 'gone') return landing;
    }
    const land = flights.begin(key);
    job.onGivenUp.push(() => land('gone'));
    try {
      const answer = await this.make(job, known);
      land(answer.isFreshAt(Date.now()) ? answer : landingOf(job));
      return answer;
    } catch (error) {
      land(landingOf(job));
      throw error;
    }
  }

  private async make(job: Job, known: KnownOperation | undefined): Promise<ReadyAnswer> {
    const { ticket } = this.store;
    const answer = await this.maker.make(job, known);
    if (job.key !== null && !isRegistering(job)) this.store.offer(job.key, answer, ticket);
    return answer;
  }
}

function textOf(admission: Exclude<Question['admission'], { kind: 'hash' }>): string | null {
  return admission.kind === 'none' ? null : admission.text;
}
