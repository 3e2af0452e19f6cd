import { Injectable } from '@nestjs/common';

/** What can be read at any time. */
export type GaugeName =
  | 'backgroundWaiting'
  | 'budgetLeft'
  | 'hashingWaiting'
  | 'poolIdle'
  | 'poolUsed'
  | 'poolWaiting'
  | 'upstreamInFlight'
  | 'upstreamWaiting';

/** Figures that parts have anyway and say when they are asked; reading one is cheap. */
@Injectable()
export class Gauges {
  private readonly reads = new Map<GaugeName, () => number>();

  add(name: GaugeName, read: () => number): void {
    this.reads.set(name, read);
  }

  /** 0 of what no part has said. */
  read(name: GaugeName): number {
    return this.reads.get(name)?.() ?? 0;
  }
}
