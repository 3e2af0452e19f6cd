import { Migration } from '@mikro-orm/migrations';

/** Accounts, sessions and libraries: the first tables. */
export class AccountsAndLibrary extends Migration {
  override name = '2026-11-25-accounts-and-library';

  override up(): void {
    for (const statement of [...accounts, ...entries, ...lists]) this.addSql(statement);
  }
}

const accounts = [
  `create table users (
    id uuid primary key,
    email text not null constraint users_email_unique unique,
    password_hash text not null,
    display_name text,
    locale text,
    region text,
    email_verified_at timestamptz,
    created_at timestamptz not null
  )`,
  `create table sessions (
    id uuid primary key,
    ${belongsTo('users', 'sessions')},
    family_hash bytea not null constraint sessions_family_hash_unique unique,
    secret_hash bytea not null,
    previous_secret_hash bytea,
    user_agent text,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    absolute_expires_at timestamptz not null
  )`,
  'create index sessions_user_id_index on sessions (user_id)',
  'create index sessions_expires_at_index on sessions (expires_at)',
  `create table one_time_tokens (
    id uuid primary key,
    ${belongsTo('users', 'one_time_tokens')},
    purpose text not null
      constraint one_time_tokens_purpose_check check (purpose in ('PASSWORD_RESET', 'EMAIL_VERIFICATION')),
    token_hash bytea not null constraint one_time_tokens_token_hash_unique unique,
    email text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  'create index one_time_tokens_user_id_index on one_time_tokens (user_id)',
  'create index one_time_tokens_expires_at_index on one_time_tokens (expires_at)',
];

const entries = [
  ...tableOfEntries('watchlist_entries', 'added_at'),
  ...tableOfEntries('favorites', 'added_at'),
  ...tableOfEntries(
    'ratings',
    'rated_at',
    'half_points smallint not null constraint ratings_half_points_check check (half_points >= 1 and half_points <= 20)',
  ),
  'create index ratings_user_id_half_points_id_index on ratings (user_id, half_points, id)',
  `create table viewings (
    id uuid primary key,
    ${belongsTo('users', 'viewings')},
    tmdb_id int not null,
    watched_at timestamptz not null,
    constraint viewings_user_id_tmdb_id_watched_at_unique unique (user_id, tmdb_id, watched_at)
  )`,
  'create index viewings_user_id_watched_at_id_index on viewings (user_id, watched_at, id)',
  `create table movie_notes (
    id uuid primary key,
    ${belongsTo('users', 'movie_notes')},
    tmdb_id int not null,
    text text not null,
    updated_at timestamptz not null,
    constraint movie_notes_user_id_tmdb_id_unique unique (user_id, tmdb_id)
  )`,
];

const lists = [
  `create table lists (
    id uuid primary key,
    ${belongsTo('users', 'lists')},
    name text not null,
    description text,
    visibility text not null constraint lists_visibility_check check (visibility in ('PRIVATE', 'UNLISTED')),
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  'create index lists_user_id_created_at_id_index on lists (user_id, created_at, id)',
  `create table list_entries (
    id uuid primary key,
    ${belongsTo('lists', 'list_entries', 'list_id')},
    tmdb_id int not null,
    position text collate "C" not null,
    added_at timestamptz not null,
    constraint list_entries_list_id_tmdb_id_unique unique (list_id, tmdb_id),
    constraint list_entries_list_id_position_unique unique (list_id, position)
  )`,
  'create index list_entries_list_id_added_at_id_index on list_entries (list_id, added_at, id)',
  'create index list_entries_tmdb_id_index on list_entries (tmdb_id)',
];

function tableOfEntries(table: string, time: string, ...columns: string[]): string[] {
  return [
    `create table ${table} (
      id uuid primary key,
      ${belongsTo('users', table)},
      tmdb_id int not null,
      ${[...columns, `${time} timestamptz not null`].join(',\n      ')},
      constraint ${table}_user_id_tmdb_id_unique unique (user_id, tmdb_id)
    )`,
    `create index ${table}_user_id_${time}_id_index on ${table} (user_id, ${time}, id)`,
  ];
}

function belongsTo(owner: 'users' | 'lists', table: string, column = 'user_id'): string {
  return `${column} uuid not null constraint ${table}_${column}_foreign references ${owner} (id) on delete cascade`;
}
