import { Extensions } from '@nestjs/graphql';

/** The calls to TMDb that a field leads to while nothing is cached; docs/limits.md tells how they add up. */
export interface FieldCalls {
  /** Each time the field is asked. */
  readonly calls?: number;
  /** A list read page by page: the rows of one page of TMDb's. A call for each page that `first` needs. */
  readonly pages?: number;
  /** As `pages`, where the first page comes with the call of the thing that has the list. */
  readonly furtherPages?: number;
  /** Needs the call for the thing that it is a field of; all such fields of a thing share one. */
  readonly needsThing?: true;
  /** The argument that makes it need a call of its own for the thing, shared by the fields with an equal one. */
  readonly rereadBy?: 'locale' | 'languages';
  /** Finds things by number: a whole call for each whose fields need one, half a call for each other. */
  readonly finds?: 'named' | 'changed';
  /** Makes the changes of its input, each about a thing that is found: half a call each. */
  readonly changes?: true;
  /** How many things a list without `first` is taken to have, where that is more than usual. */
  readonly rows?: number;
  /** Shared by all of one root field: calls by the name of what is read. */
  readonly once?: Readonly<Record<string, number>>;
}

/** The key under which a field's extensions hold its calls. */
export const callsExtension = 'calls';

/** Declares the calls to TMDb that a field leads to. What declares nothing leads to none. */
export function Calls(calls: FieldCalls): MethodDecorator & PropertyDecorator {
  return Extensions({ [callsExtension]: calls });
}
