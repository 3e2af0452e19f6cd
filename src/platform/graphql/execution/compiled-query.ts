import { getVariableValues } from 'graphql';
import type { GraphqlContext } from '../graphql-context.js';
import { Plan } from './plan.js';
import type { RememberedTexts } from './remembered-texts.js';
import type { CompiledOperation, Write, Written } from './run.js';
import { type Switches, switchesOf } from './switches.js';

/** Each variable of `@skip` and `@include` may double the plans of a document. */
const mostSwitches = 6;

/**
 * A query whose document has been validated, made ready to be executed many times: it writes its answer as JSON, without
 * making the objects in between. It does what GraphQL's own executor does as long as all goes well; whatever does not is
 * thrown, and that executor has to be asked for the errors.
 */
export class CompiledQuery {
  private readonly switches: readonly string[];
  private readonly plans = new Map<string, Write>();

  private constructor(
    private readonly compiled: CompiledOperation,
    private readonly texts: RememberedTexts,
  ) {
    this.switches = switchesOf(compiled);
  }

  /** Null for an operation that only GraphQL's own executor does, such as introspection. */
  static of(compiled: CompiledOperation, texts: RememberedTexts): CompiledQuery | null {
    const query = new CompiledQuery(compiled, texts);
    if (query.switches.length > mostSwitches) return null;
    try {
      // Found out now, and not at each execution.
      new Plan(compiled, {}, texts).root();
      return query;
    } catch {
      return null;
    }
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
    const plan = new Plan(this.compiled, variables, this.texts).root();
    this.plans.set(setting, plan);
    return plan;
  }
}

const none: Readonly<Record<string, unknown>> = Object.freeze({});
