import { readFileSync } from 'node:fs';

/** What WatchMe answered at the start of the run, in the file of the first argument: 100 films, and ready answers. */
export const { films, answers } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

/** The part of schema.gql that is compared, with plain strings for WatchMe's own scalars. */
export const typeDefs = `
  type Query {
    movies(first: Int = 20): MovieConnection
    movie(tmdbId: Int): Movie
  }
  type MovieConnection {
    nodes: [Movie!]!
  }
  type Movie {
    id: ID!
    tmdbId: Int!
    title: String
    originalTitle: String
    originalLanguage: String
    overview: String
    releaseDate: String
    popularity: Float
    isAdult: Boolean!
    rating: Rating
    poster: Image
    genres: [Genre!]
  }
  type Rating {
    average: Float!
    voteCount: Int!
  }
  type Image {
    url: String!
  }
  type Genre {
    name: String!
  }
`;

const filmsByNumber = new Map(films.map((film) => [film.tmdbId, film]));

export const resolvers = {
  Query: {
    movies: (_parent, { first }) => ({ nodes: films.slice(0, first) }),
    movie: (_parent, { tmdbId }) => filmsByNumber.get(tmdbId) ?? null,
  },
};

/** Tells whoever started the process where it listens. */
export function tellPort(port) {
  process.send({ port });
}
