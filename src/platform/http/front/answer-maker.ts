import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AppConfig } from '../../../config/app-config.js';
import { keepingOf } from '../../graphql/answer-keeping.js';
import { ApolloRunner } from '../../graphql/apollo-runner.js';
import type { CompiledQuery } from '../../graphql/execution/compiled-query.js';
import type { KnownOperation } from '../../graphql/execution/known-documents.js';
import { UnplannableError } from '../../graphql/execution/plan.js';
import { breachOf } from '../../graphql/limits/cost/known-costs.js';
import { mapMaybe, type MaybePromise } from '../../request/maybe-promise.js';
import type { RequestTrace } from '../../request/request-context.js';
import type { FlatHeaders } from '../recorded-headers.js';
import { encode } from './coding.js';
import { type Asked, isRegistering, type Job } from './job.js';
import type { Payload } from './payload.js';
import { type MadeAnswer, ReadyAnswer } from './ready-answer.js';

/** How long a question whose answer held errors goes to Apollo at once, which would have to be asked for them anyway. */
const errorsRememberedMs = 5000;

const plainly = { isQuery: true, hasErrors: false, isExplained: false };

/** Has answers made: by the compiled query where there is one and all goes well, else by Apollo. */
@Injectable()
export class AnswerMaker {
  private readonly logger = new Logger(AnswerMaker.name);
  private readonly isExecuting: boolean;
  private readonly faulty = new LRUCache<string, true>({ max: 1000, ttl: errorsRememberedMs });

  constructor(
    { front }: AppConfig,
    private readonly apollo: ApolloRunner,
  ) {
    this.isExecuting = front.mode === 'full';
  }

  make(job: Job, known: KnownOperation | undefined): Promise<ReadyAnswer> {
    const { asked } = job;
    const compiled = known && asked && this.mayExecute(job) ? known.compiled() : null;
    // What is too dear Apollo refuses.
    const isRun = compiled && known && asked && breachOf(known.costOf(asked.variables)) === null;
    return isRun ? this.execute(job, asked, compiled) : this.byApollo(job);
  }

  private async execute(job: Job, asked: Asked, compiled: CompiledQuery): Promise<ReadyAnswer> {
    const { variant, context } = job;
    const { trace } = context;
    try {
      const written = compiled.run(asked.variables, context);
      const data = typeof written === 'string' ? written : await written;
      trace.keeping = keepingOf(trace, plainly);
      const headers = ['Content-Type', `${variant.mediaType}; charset=utf-8`];
      return await this.ready(job, { status: 200, headers }, `{"data":${data}}\n`);
    } catch (error) {
      const { res } = context;
      // Nobody waits for what Apollo would say.
      if (res.headersSent || res.destroyed) throw error;
      if (job.key !== null) this.faulty.set(job.key, true);
      return this.instead(job, error);
    }
  }

  /** Asks Apollo for the errors; that it finds none is a fault of ours. */
  private async instead(job: Job, error: unknown): Promise<ReadyAnswer> {
    const answer = await this.byApollo(job);
    const isExpected = error instanceof UnplannableError || job.context.trace.errorCodes.length > 0;
    if (!isExpected) {
      this.logger.warn({ err: error }, 'A compiled query failed where Apollo did not');
    }
    return answer;
  }

  private mayExecute(job: Job): boolean {
    const { key, variant, context } = job;
    const isAllowed = context.req.method === 'POST' || variant.isPreflighted;
    const isPlain = variant.mediaType !== null && !variant.isExplained && !isRegistering(job);
    return this.isExecuting && isAllowed && isPlain && (key === null || !this.faulty.has(key));
  }

  private async byApollo(job: Job): Promise<ReadyAnswer> {
    const { status, headers, text } = await this.apollo.run(job.question.forApollo(), job.context);
    return this.ready(job, { status, headers }, Buffer.from(text));
  }

  private ready(
    { context: { trace, req }, variant, question }: Job,
    { status, headers }: Pick<MadeAnswer, 'status' | 'headers'>,
    plain: Payload,
  ): MaybePromise<ReadyAnswer> {
    const { keeping, isPrivate, operationName } = trace;
    const isRead = req.method === 'GET';
    const isForCdns = isRead && isNamedByHash(question, req.url);
    const own = { status, headers: [...headers, ...languageHeaders(trace)], operationName };
    const made = { ...own, keeping, isPrivate, isForCdns, isRead };
    return mapMaybe(encode(plain, variant.coding), (coded) => new ReadyAnswer(made, coded, plain));
  }
}

function isNamedByHash({ admission: { kind } }: Job['question'], url = ''): boolean {
  return (kind === 'hash' || kind === 'trusted') && !/[?&]query=/.test(url);
}

/** In which languages an answer is, and by which headers it may differ. */
function languageHeaders({ locales, usedAcceptLanguage }: RequestTrace): FlatHeaders {
  const vary = `Origin, Accept, Accept-Encoding${usedAcceptLanguage ? ', Accept-Language' : ''}`;
  return locales.size === 0 ? ['Vary', vary] : ['Vary', vary, 'Content-Language', [...locales].join(', ')];
}
