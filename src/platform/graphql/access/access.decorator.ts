import { Extensions } from '@nestjs/graphql';

/** Whom a field of accounts and libraries answers. */
export type Access =
  /** Only whoever is signed in: others get `UNAUTHENTICATED` before it is resolved. */
  | 'VIEWER'
  /** Everyone; signed out, its service decides what there is to see. */
  | 'EVERYONE';

/** The key under which a field's extensions hold its access. */
export const accessExtension = 'access';

/** The field needs a viewer; held by `guardFields`, wherever in a query it is asked. */
export const NeedsViewer = (): MethodDecorator & PropertyDecorator => declare('VIEWER');

/** The field is for everyone, and says so: no field of accounts is open by oversight. */
export const OpenToEveryone = (): MethodDecorator & PropertyDecorator => declare('EVERYONE');

function declare(access: Access): MethodDecorator & PropertyDecorator {
  return Extensions({ [accessExtension]: access });
}
