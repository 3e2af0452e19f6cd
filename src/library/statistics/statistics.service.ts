import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.service.js';

/** A library in numbers, as far as the database knows. */
export interface LibraryCounts {
  readonly watchlistCount: number;
  readonly favoriteCount: number;
  readonly ratingCount: number;
  readonly listCount: number;
  readonly viewingCount: number;
  readonly watchedMovieCount: number;
  /** 0.5 to 10. */
  readonly ratingMean: number | null;
  readonly ratingDistribution: readonly { readonly value: number; readonly count: number }[];
  /** Months as `YYYY-MM`, earliest first. */
  readonly watchedByMonth: readonly { readonly month: string; readonly count: number }[];
}

interface CountsRow extends Omit<LibraryCounts, 'ratingMean' | 'ratingDistribution' | 'watchedByMonth'> {
  readonly ratings: readonly { readonly halfPoints: number; readonly count: number }[] | null;
  readonly months: LibraryCounts['watchedByMonth'] | null;
}

/** Counts a library, by one statement. */
@Injectable()
export class StatisticsService {
  constructor(private readonly database: Database) {}

  async count(userId: string): Promise<LibraryCounts> {
    const row = await this.database.read(async (em) => {
      const { rows } = await countsStatement(userId).execute(em.getKysely());
      return rows[0];
    });
    if (row === undefined) throw new Error('A statement without a table gave no row.');
    const { ratings, months, ...counts } = row;
    const distribution = (ratings ?? []).map(({ halfPoints, count }) => ({ value: halfPoints / 2, count }));
    const points = distribution.reduce((sum, { value, count }) => sum + value * count, 0);
    return {
      ...counts,
      ratingMean: counts.ratingCount === 0 ? null : points / counts.ratingCount,
      ratingDistribution: distribution,
      watchedByMonth: months ?? [],
    };
  }
}

function countsStatement(userId: string) {
  return sql<CountsRow>`
    with viewed as (
      select tmdb_id, watched_at from viewings where user_id = ${userId}
    ),
    rated as (
      select half_points, count(*)::int as count from ratings where user_id = ${userId} group by half_points
    ),
    monthly as (
      select to_char(watched_at at time zone 'UTC', 'YYYY-MM') as month, count(*)::int as count
      from viewed group by month order by month desc limit 24
    )
    select
      (select count(*)::int from watchlist_entries where user_id = ${userId}) as "watchlistCount",
      (select count(*)::int from favorites where user_id = ${userId}) as "favoriteCount",
      (select coalesce(sum(count), 0)::int from rated) as "ratingCount",
      (select count(*)::int from lists where user_id = ${userId}) as "listCount",
      (select count(*)::int from viewed) as "viewingCount",
      (select count(distinct tmdb_id)::int from viewed) as "watchedMovieCount",
      (select json_agg(json_build_object('halfPoints', half_points, 'count', count) order by half_points) from rated)
        as "ratings",
      (select json_agg(json_build_object('month', month, 'count', count) order by month) from monthly) as "months"
  `;
}
