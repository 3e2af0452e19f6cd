import { getVariableValues } from 'graphql';
import type { GraphqlContext } from '../graphql-context.js';
import { Plan, UnplannableError } from './plan.js';
import type { RememberedTexts } from './remembered-texts.js';
import type { CompiledOperation, Write, Written } from './run.js';
import { type Switches, switchesOf } from './switches.js';

/** Each variable of `@skip` and `@include` may double the plans of a document. */
const mostPlans = 4;

/**
 * A query whose document has been validated, made ready to be executed many times: it writes its answer as JSON, without
 * making the objects in between. It does what GraphQL's own executor does as long as all goes well; whatever does not is
 * thrown, and that executor has to be asked for the errors.
 */
export class CompiledQuery {
  private readonly switches: readonly string[];
  private readonly plans = new Map<string, Write>();
  private fields = 0;

  private constructor(
    private readonly compiled: CompiledOperation,
    private readonly texts: RememberedTexts,
  ) {
    this.switches = switchesOf(compiled);
  }

  /** Null for an operation that only GraphQL's own executor does, such as introspection. */
  static of(compiled: CompiledOperation, texts: RememberedTexts): CompiledQuery | null {
    const query = new CompiledQuery(compiled, texts);
    try {
      // Found out now, and not at each execution.
      query.planFor({});
      return query;
    } catch {
      return null;
    }
  }

  /** The most fields that it may come to hold, in all its plans. */
  get size(): number {
    return Math.max(1, this.fields) * mostPlans;
  }

  /** `data` as JSON in UTF-8, a character for each byte. @throws for variables that do not fit, and whatever a field fails by. */
  run(given: Readonly<Record<string, unknown>>, context: GraphqlContext): Written {
    const variables = this.coerced(given);
    return this.planFor(variables)(undefined, { context, variables, kept: [] });
  }

  private coerced(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const { schema, operation } = this.compiled;
    const definitions = operation.variableDefinitions ?? [];
    if (definitions.length === 0) return none;
    const { coerced, errors } = getVariableValues(schema, definitions, given, { maxErrors: 1 });
    if (errors !== undefined) throw new TypeError('The variables do not fit.');
    return coerced;
  }

  private planFor(variables: Switches): Write {
    const setting = this.switches.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = this.plans.get(setting);
    if (known !== undefined) return known;
    if (this.plans.size >= mostPlans) throw new UnplannableError();
    const plan = new Plan(this.compiled, variables, this.texts);
    const write = plan.root();
    this.plans.set(setting, write);
    this.fields = Math.max(this.fields, plan.fields);
    return write;
  }
}

const none: Readonly<Record<string, unknown>> = Object.freeze({});
