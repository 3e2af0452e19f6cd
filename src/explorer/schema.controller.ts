import { Controller, Get, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Response } from 'express';
import { printedSchema } from '../platform/graphql/printed-schema.js';

/** The schema as a file, for the tools of who writes a client. */
@Controller()
export class SchemaController {
  private printed: string | undefined;

  constructor(private readonly host: GraphQLSchemaHost) {}

  @Get('schema.graphql')
  download(@Res() response: Response): void {
    this.printed ??= printedSchema(this.host.schema);
    response
      .type('application/graphql; charset=utf-8')
      .set({ 'Cache-Control': 'no-cache', 'Content-Disposition': 'attachment; filename="schema.graphql"' })
      .send(this.printed);
  }
}
