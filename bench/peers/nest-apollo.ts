import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Args, Field, Float, GraphQLModule, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { readFileSync } from 'node:fs';

/** NestJS with Apollo on Express, code first, as its documentation sets it up. The same slice as `slice.js`. */
@ObjectType()
class Rating {
  @Field(() => Float)
  average!: number;

  @Field(() => Int)
  voteCount!: number;
}

@ObjectType()
class Image {
  @Field()
  url!: string;
}

@ObjectType()
class Genre {
  @Field()
  name!: string;
}

@ObjectType()
class Movie {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  tmdbId!: number;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true })
  originalTitle!: string | null;

  @Field(() => String, { nullable: true })
  originalLanguage!: string | null;

  @Field(() => String, { nullable: true })
  overview!: string | null;

  @Field(() => String, { nullable: true })
  releaseDate!: string | null;

  @Field(() => Float, { nullable: true })
  popularity!: number | null;

  @Field()
  isAdult!: boolean;

  @Field(() => Rating, { nullable: true })
  rating!: Rating | null;

  @Field(() => Image, { nullable: true })
  poster!: Image | null;

  @Field(() => [Genre], { nullable: true })
  genres!: Genre[] | null;
}

@ObjectType()
class MovieConnection {
  @Field(() => [Movie])
  nodes!: Movie[];
}

const { films } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { films: Movie[] };
const filmsByNumber = new Map(films.map((film) => [film.tmdbId, film]));

@Resolver(() => Movie)
class MoviesResolver {
  @Query(() => MovieConnection, { nullable: true })
  movies(@Args('first', { type: () => Int, defaultValue: 20 }) first: number): MovieConnection {
    return { nodes: films.slice(0, first) };
  }

  @Query(() => Movie, { nullable: true })
  movie(@Args('tmdbId', { type: () => Int, nullable: true }) tmdbId: number): Movie | null {
    return filmsByNumber.get(tmdbId) ?? null;
  }
}

@Module({
  imports: [GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true })],
  providers: [MoviesResolver],
})
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error'] });
await app.listen(0, '127.0.0.1');
process.send?.({ port: Number(new URL(await app.getUrl()).port) });
