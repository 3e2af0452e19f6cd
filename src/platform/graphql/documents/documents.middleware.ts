import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { ErrorCode } from '../../errors/error-code.js';
import { isObject } from './document-of.js';
import type { Admission, Documents } from './documents.js';
import { bodyForApollo, searchForApollo } from './named-for-apollo.js';
import { partsOfSearch } from './search-parts.js';

type Refuse = (response: Response, status: number, code: ErrorCode, message: string) => void;

/** Lets those requests on whose documents may run, naming them as Apollo knows it. Runs after the body was parsed. */
export function admitDocuments(documents: Documents, refuse: Refuse): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    const admission = request.method === 'GET' ? admitGet(documents, request) : admitPost(documents, request);
    if (admission.kind === 'refused') refuse(response, admission.status, admission.code, admission.message);
    else next();
  };
}

function admitPost(documents: Documents, request: Request): Admission {
  const body: unknown = request.body;
  if (!isObject(body)) return { kind: 'none' };
  const admission = documents.admit(body);
  if (admission.kind !== 'none' && admission.kind !== 'refused') request.body = bodyForApollo(body, admission);
  return admission;
}

function admitGet(documents: Documents, request: Request): Admission {
  const start = request.url.indexOf('?');
  const search = start === -1 ? '' : request.url.slice(start);
  const read = partsOfSearch(search);
  if (read.parts === null) return { kind: 'refused', status: 400, code: 'BAD_REQUEST', message: read.message };
  const admission = documents.admit(read.parts);
  if (admission.kind !== 'none' && admission.kind !== 'refused') {
    request.url = `${request.url.slice(0, start)}${searchForApollo(search, admission)}`;
  }
  return admission;
}
