import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AppConfig } from '../../../config/app-config.js';
import { keepingOf } from '../../graphql/answer-keeping.js';
import { ApolloRunner } from '../../graphql/apollo-runner.js';
import type { KnownOperation } from '../../graphql/execution/known-documents.js';
import { breachOf } from '../../graphql/limits/cost/known-costs.js';
import type { RequestTrace } from '../../request/request-context.js';
import type { FlatHeaders } from '../recorded-headers.js';
import { encode } from './coding.js';
import { isRegistering, type Job } from './job.js';
import { type MadeAnswer, ReadyAnswer } from './ready-answer.js';

/** How long a question whose answer held errors goes to Apollo at once, which would have to be asked for them anyway. */
const errorsRememberedMs = 5000;

/** Has answers made: by the compiled query where there is one and all goes well, else by Apollo. */
@Injectable()
export class AnswerMaker {
  private readonly isExecuting: boolean;
  private readonly faulty = new LRUCache<string, true>({ max: 1000, ttl: errorsRememberedMs });

  constructor(
    { front }: AppConfig,
    private readonly apollo: ApolloRunner,
  ) {
    this.isExecuting = front.mode === 'full';
  }

  async make(job: Job, known: KnownOperation | undefined): Promise<ReadyAnswer> {
    const executed = known && (await this.execute(job, known));
    return executed ?? this.byApollo(job);
  }

  /** Undefined for whatever has to be asked of Apollo. */
  private async execute(job: Job, known: KnownOperation): Promise<ReadyAnswer | undefined> {
    const { variant, asked, context } = job;
    const compiled = asked !== null && this.mayExecute(job) ? known.compiled() : null;
    if (asked === null || compiled === null || breachOf(known.costOf(asked.variables)) !== null) return undefined;
    const { trace } = context;
    trace.operationName = known.name;
    try {
      const written = compiled.run(asked.variables, context);
      const data = typeof written === 'string' ? written : await written;
      trace.keeping = keepingOf(trace, { isQuery: true, hasErrors: false, isExplained: false });
      const headers = ['Content-Type', `${variant.mediaType}; charset=utf-8`];
      return await this.ready(job, { status: 200, headers }, Buffer.from(`{"data":${data}}\n`, 'latin1'));
    } catch {
      this.faulty.set(keyOf(job), true);
      return undefined;
    }
  }

  private mayExecute(job: Job): boolean {
    const { variant, context } = job;
    const isAllowed = context.req.method === 'POST' || variant.isPreflighted;
    const isPlain = variant.mediaType !== null && !variant.isExplained && !isRegistering(job);
    return this.isExecuting && isAllowed && isPlain && !this.faulty.has(keyOf(job));
  }

  private async byApollo(job: Job): Promise<ReadyAnswer> {
    const { status, headers, text } = await this.apollo.run(job.question, job.context);
    return this.ready(job, { status, headers }, Buffer.from(text));
  }

  private async ready(
    { context: { trace, req }, variant, question }: Job,
    { status, headers }: Pick<MadeAnswer, 'status' | 'headers'>,
    text: Buffer,
  ): Promise<ReadyAnswer> {
    const { keeping, isPrivate } = trace;
    const isForCdns = req.method === 'GET' && isNamedByHash(question, req.url);
    const made = { status, headers: [...headers, ...languageHeaders(trace)], keeping, isPrivate, isForCdns };
    return new ReadyAnswer(made, await encode(text, variant.coding), text);
  }
}

/** Equal questions have equal ones. */
function keyOf({ asked }: Job): string {
  return JSON.stringify(asked);
}

function isNamedByHash({ admission: { kind } }: Job['question'], url = ''): boolean {
  return (kind === 'hash' || kind === 'trusted') && !/[?&]query=/.test(url);
}

/** In which languages an answer is, and by which headers it may differ. */
function languageHeaders({ locales, usedAcceptLanguage }: RequestTrace): FlatHeaders {
  const vary = `Origin, Accept, Accept-Encoding${usedAcceptLanguage ? ', Accept-Language' : ''}`;
  return locales.size === 0 ? ['Vary', vary] : ['Vary', vary, 'Content-Language', [...locales].join(', ')];
}
