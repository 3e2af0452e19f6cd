import { allMaybe, isPromise, mapMaybe, type MaybePromise } from '../../request/maybe-promise.js';
import type { Position } from './cursor.js';
import type { PageRequest } from './page.args.js';
import type { Page } from './page.js';

/** A page as the source numbers and sizes them. */
export interface SourcePage<Row> {
  readonly rows: readonly Row[];
  readonly totalPages: number;
  readonly totalRows: number;
}

/** A list that its source serves in numbered pages of one size. */
export interface PagedList<Row> {
  readonly pageSize: number;
  /** The last page that the source serves, whatever it says of its size. */
  readonly lastPage: number;
  /** Pages count from 1. */
  readonly read: (page: number) => MaybePromise<SourcePage<Row>>;
  readonly idOf: (row: Row) => number;
  /** Whether the row is shown at all. */
  readonly keeps: (row: Row) => boolean;
}

/** A source shifts while one reads, so a row may come again on the page after: this many are remembered. */
const remembered = 40;

/** Pages read beyond those that should do, for rows that are not shown; then a shorter page is answered, or none. */
const morePages = 4;

/**
 * Reads any number of rows from any position, each id once. A cursor carries the ids last shown, so a row repeated
 * across two pages is dropped without reading the former page again, even if the source has moved in between.
 */
export async function readPagedList<Row>(list: PagedList<Row>, request: PageRequest): Promise<Page<Row>> {
  const reader = new Reader(list, request);
  await reader.fill();
  return reader.page();
}

class Reader<Row> {
  private readonly rows: PlacedRow<Row>[] = [];
  private readonly shown: number[];
  private offset: number;
  private totalPages = 1;
  private totalRows = 0;

  constructor(
    private readonly list: PagedList<Row>,
    private readonly request: PageRequest,
  ) {
    this.shown = [...request.start.recent];
    this.offset = request.start.offset;
  }

  async fill(): Promise<void> {
    await this.take([this.currentPage()]);
    const furthest = Math.ceil((this.offset + this.request.first) / this.list.pageSize) + morePages;
    while (this.rows.length < this.request.first && this.currentPage() <= Math.min(this.totalPages, furthest)) {
      const missing = this.request.first - this.rows.length;
      const last = Math.min(this.totalPages, furthest, Math.ceil((this.offset + missing) / this.list.pageSize));
      const numbers: number[] = [];
      for (let page = this.currentPage(); page <= last; page += 1) numbers.push(page);
      await this.take(numbers);
    }
  }

  page(): Page<Row> {
    const end = this.totalPages * this.list.pageSize;
    const hasNextPage = this.offset < Math.min(end, this.totalRows);
    return {
      rows: this.rows,
      ...(hasNextPage && this.rows.length === 0 && { resume: { offset: this.offset, recent: this.shown } }),
      totalCount: Math.min(this.totalRows, this.list.lastPage * this.list.pageSize),
      hasNextPage,
      isContinued: this.request.isContinued,
    };
  }

  private currentPage(): number {
    return Math.floor(this.offset / this.list.pageSize) + 1;
  }

  private async take(numbers: readonly number[]): Promise<void> {
    const reading = allMaybe(numbers.map((number) => this.readWithin(number)));
    // Pages at hand are not waited for.
    const pages = isPromise(reading) ? await reading : reading;
    for (const page of pages) if (!this.takePage(page)) return;
  }

  private readWithin(number: number): MaybePromise<SourcePage<Row>> {
    const { lastPage } = this.list;
    // Beyond the last page the source only answers an error; its totals are still wanted.
    return mapMaybe(this.list.read(Math.min(number, lastPage)), (page) =>
      number <= lastPage ? page : { ...page, rows: [] },
    );
  }

  /** False once a row is left over for the page after. */
  private takePage({ rows, totalPages, totalRows }: SourcePage<Row>): boolean {
    // A page without rows ends the list, whatever total the source gives.
    this.totalPages = Math.min(totalPages, this.list.lastPage, rows.length === 0 ? this.currentPage() : Infinity);
    this.totalRows = totalRows;
    const { pageSize } = this.list;
    const pageEnd = (Math.floor(this.offset / pageSize) + 1) * pageSize;
    for (const row of rows.slice(this.offset % pageSize, pageSize)) {
      const isDropped = this.drops(row);
      if (!isDropped && this.rows.length === this.request.first) return false;
      this.offset += 1;
      if (!isDropped) this.show(row);
    }
    this.offset = pageEnd;
    return true;
  }

  private drops(row: Row): boolean {
    return !this.list.keeps(row) || this.wasShown(this.list.idOf(row));
  }

  private wasShown(id: number): boolean {
    const oldest = Math.max(0, this.shown.length - remembered);
    for (let index = this.shown.length - 1; index >= oldest; index -= 1) if (this.shown[index] === id) return true;
    return false;
  }

  private show(row: Row): void {
    this.shown.push(this.list.idOf(row));
    this.rows.push(new PlacedRow(row, this.offset, this.shown, this.shown.length));
  }
}

/** A row with its place, which is worked out only where it is asked for: few readers want the cursor of every row. */
class PlacedRow<Row> {
  constructor(
    readonly row: Row,
    private readonly offset: number,
    private readonly shown: readonly number[],
    private readonly count: number,
  ) {}

  get end(): Position {
    return { offset: this.offset, recent: this.shown.slice(Math.max(0, this.count - remembered), this.count) };
  }
}
