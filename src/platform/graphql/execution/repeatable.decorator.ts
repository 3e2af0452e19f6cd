import { Extensions } from '@nestjs/graphql';

/** The keys under which extensions of types and fields say what an execution may write once and repeat. */
export const sharedExtension = 'shared';
export const pureExtension = 'pure';
export const atHandExtension = 'atHand';

/**
 * The value of a field, from the object and the field's arguments alone; undefined when more is needed to tell, and the
 * resolver has to be asked.
 */
export type AtHand<Source, Args> = (source: Source, args: Args) => unknown;

/** Objects of the type are frozen and outlive a request: what is written of one can be repeated for others. */
export const Shared = (): ClassDecorator => Extensions({ [sharedExtension]: true });

/** The resolver goes by the object and the field's arguments alone, and answers at once. */
export const Pure = (): MethodDecorator => Extensions({ [pureExtension]: true });

/** As `Pure` for as long as `atHand` gives a value. */
export const IfAtHand = <Source, Args>(atHand: AtHand<Source, Args>): MethodDecorator =>
  Extensions({ [atHandExtension]: atHand });
