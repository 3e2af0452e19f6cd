import { jest } from '@jest/globals';
import { ApolloRunner } from '../../../src/platform/graphql/apollo-runner.js';
import { CompiledQuery } from '../../../src/platform/graphql/execution/compiled-query.js';
import { AnswerStore } from '../../../src/platform/http/front/answer-store.js';

export interface Counts {
  /** Answers that were whole in the front. */
  readonly hits: number;
  /** Executions of compiled queries. */
  readonly executed: number;
  /** Questions that went to Apollo. */
  readonly byApollo: number;
}

/** Counts how the apps of this process come by their answers. */
export class FrontCounts {
  private readonly find = jest.spyOn(AnswerStore.prototype, 'find');
  private readonly run = jest.spyOn(CompiledQuery.prototype, 'run');
  private readonly ask = jest.spyOn(ApolloRunner.prototype, 'run');

  /** Since the last time that this was asked. */
  take(): Counts {
    const counts = {
      hits: this.find.mock.results.filter(({ value }) => value !== undefined).length,
      executed: this.run.mock.calls.length,
      byApollo: this.ask.mock.calls.length,
    };
    for (const spy of [this.find, this.run, this.ask]) spy.mockClear();
    return counts;
  }

  restore(): void {
    for (const spy of [this.find, this.run, this.ask]) spy.mockRestore();
  }
}
