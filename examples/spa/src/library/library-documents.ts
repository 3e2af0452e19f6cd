import { graphql } from '../generated/gql.js';

export const ViewerStateDocument = graphql(`
  query ViewerState($id: ID!) {
    movie(id: $id) {
      id
      tmdbId
      viewerState {
        id
        isOnWatchlist
        rating
      }
    }
  }
`);

export const AddToWatchlistDocument = graphql(`
  mutation AddToWatchlist($input: AddToWatchlistInput!) {
    addToWatchlist(input: $input) {
      __typename
      ... on AddToWatchlistSuccess {
        edge {
          cursor
          node {
            id
            tmdbId
            addedAt
            movie {
              id
            }
          }
        }
        movie {
          id
          viewerState {
            id
            isOnWatchlist
            rating
          }
        }
        viewer {
          id
        }
      }
      ... on UserError {
        message
        field
      }
    }
  }
`);

export const RemoveFromWatchlistDocument = graphql(`
  mutation RemoveFromWatchlist($input: RemoveFromWatchlistInput!) {
    removeFromWatchlist(input: $input) {
      __typename
      ... on RemoveFromWatchlistSuccess {
        deletedId
        movie {
          id
          viewerState {
            id
            isOnWatchlist
            rating
          }
        }
        viewer {
          id
        }
      }
      ... on UserError {
        message
        field
      }
    }
  }
`);

export const RateDocument = graphql(`
  mutation Rate($input: RateMovieInput!) {
    rateMovie(input: $input) {
      __typename
      ... on RateMovieSuccess {
        movie {
          id
          viewerState {
            id
            isOnWatchlist
            rating
          }
        }
      }
      ... on UserError {
        message
        field
      }
    }
  }
`);

export const RemoveRatingDocument = graphql(`
  mutation RemoveRating($input: RemoveRatingInput!) {
    removeRating(input: $input) {
      __typename
      ... on RemoveRatingSuccess {
        movie {
          id
          viewerState {
            id
            isOnWatchlist
            rating
          }
        }
      }
      ... on UserError {
        message
        field
      }
    }
  }
`);

export const WatchlistDocument = graphql(`
  query Watchlist($locale: Locale!, $after: String) {
    viewer(locale: $locale) {
      id
      watchlist(first: 24, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            tmdbId
            addedAt
            movie {
              id
              ...PosterCard
            }
          }
        }
      }
    }
  }
`);
