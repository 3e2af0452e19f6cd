import { Global, Module } from '@nestjs/common';
import { BudgetModule } from '../budget/budget.module.js';
import { FiguresModule } from '../telemetry/figures.module.js';
import { AccessTokens } from './access-tokens.js';
import { AnswerMaker } from './front/answer-maker.js';
import { AnswerSender } from './front/answer-sender.js';
import { AnswerStore } from './front/answer-store.js';
import { GraphqlFront } from './front/graphql-front.js';
import { GraphqlWork } from './front/graphql-work.js';
import { HttpEdge } from './http-edge.js';
import { RequestContexts } from './request-contexts.js';
import { RequestLog } from './request-log.js';
import { StandingHeaders } from './standing-headers.js';

/** What stands before the web framework. */
@Global()
@Module({
  imports: [BudgetModule, FiguresModule],
  providers: [
    AccessTokens,
    AnswerMaker,
    AnswerSender,
    AnswerStore,
    GraphqlFront,
    GraphqlWork,
    HttpEdge,
    RequestContexts,
    RequestLog,
    StandingHeaders,
  ],
  exports: [AccessTokens, AnswerStore, HttpEdge],
})
export class HttpModule {}
