import { Global, Module } from '@nestjs/common';
import { ApolloRunner } from '../apollo-runner.js';
import { KnownDocuments } from './known-documents.js';

@Global()
@Module({ providers: [KnownDocuments, ApolloRunner], exports: [KnownDocuments, ApolloRunner] })
export class ExecutionModule {}
