import { OneTimeTokenEntity } from './auth/one-time-tokens/one-time-token.entity.js';
import { SessionEntity } from './auth/sessions/session.entity.js';
import { FavoriteEntity } from './library/entries/favorite.entity.js';
import { MovieNoteEntity } from './library/entries/movie-note.entity.js';
import { RatingEntity } from './library/entries/rating.entity.js';
import { ViewingEntity } from './library/entries/viewing.entity.js';
import { WatchlistEntryEntity } from './library/entries/watchlist-entry.entity.js';
import { ListEntryEntity } from './library/lists/list-entry.entity.js';
import { ListEntity } from './library/lists/list.entity.js';
import type { Entities } from './platform/database/orm-options.js';
import { UserEntity } from './users/user.entity.js';

/** What PostgreSQL holds: accounts, sessions and libraries; of TMDb nothing but its numbers. */
export const entities: Entities = [
  UserEntity,
  SessionEntity,
  OneTimeTokenEntity,
  WatchlistEntryEntity,
  FavoriteEntity,
  RatingEntity,
  ViewingEntity,
  MovieNoteEntity,
  ListEntity,
  ListEntryEntity,
];
