import type { ReadCondition } from './argument-values.js';
import { type Run, Total } from './total.js';

/** A field, or the selection of a fragment. */
export interface Countable {
  /** Adds what it comes to, to what is selected of its parent. */
  addTo(total: Total, run: Run): void;
}

/** What is selected of one type at one place, or in a fragment; counted once in a run however often it is spread. */
export class CompiledSelection implements Countable {
  private readonly selected: { readonly holds: ReadCondition | undefined; readonly what: Countable }[] = [];
  private lastRun: Run | null = null;
  private total = new Total();

  /** `holds`: when it is selected; undefined for always. */
  select(what: Countable, holds: ReadCondition | undefined): void {
    this.selected.push({ holds, what });
  }

  addTo(total: Total, run: Run): void {
    total.add(this.evaluate(run));
  }

  evaluate(run: Run): Total {
    if (this.lastRun === run) return this.total;
    const total = new Total();
    for (const { holds, what } of this.selected) {
      if (holds === undefined || holds(run.variables)) what.addTo(total, run);
    }
    this.lastRun = run;
    this.total = total;
    return total;
  }

  /** Lets go of what the last run held. */
  forget(): void {
    this.lastRun = null;
  }
}
