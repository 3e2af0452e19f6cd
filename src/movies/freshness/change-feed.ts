import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '../../config/app-config.js';
import { ChangeMarks } from './change-marks.js';
import { ClusterTasks } from '../../platform/cluster/cluster-tasks.js';
import { Cluster } from '../../platform/cluster/cluster.service.js';
import { lastPage } from '../../tmdb/reading/list-page.js';
import { TmdbClient } from '../../tmdb/tmdb.client.js';
import { changesDocument } from './change-marks.module.js';

/** A list of changes that can't be read to its end tells nothing of those it leaves out. */
class IncompleteFeedError extends Error {
  override readonly name = 'IncompleteFeedError';
}

/**
 * Asks TMDb every `CHANGE_FEED_SECONDS` which films have changed, in one process of all, and tells all. A poll counts
 * only as a whole: when a page of it fails, what was known stays.
 */
@Injectable()
export class ChangeFeed implements OnModuleInit {
  constructor(
    private readonly client: TmdbClient,
    private readonly marks: ChangeMarks,
    private readonly cluster: Cluster,
    private readonly tasks: ClusterTasks,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    const seconds = this.config.freshness.changeFeedSeconds;
    if (seconds === undefined) return;
    this.tasks.add({ name: 'change-feed', everyMs: seconds * 1000, work: (signal) => this.poll(signal) });
  }

  private async poll(signal: AbortSignal): Promise<void> {
    const apply = this.marks.beginPoll();
    apply(await this.readAll(signal));
    await this.cluster.publish(changesDocument, this.marks.snapshot());
  }

  private async readAll(signal: AbortSignal): Promise<Set<number>> {
    const named = new Set<number>();
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      signal.throwIfAborted();
      const { results, total_pages: total } = await this.client.movieChanges(page);
      if (total === null || total > lastPage) throw new IncompleteFeedError(`The list has ${total} pages`);
      for (const { id } of results) named.add(id);
      pages = total;
    }
    return named;
  }
}
