import { type DirectiveNode, Kind, visit } from 'graphql';
import type { CompiledOperation } from './run.js';

/** The values of all variables that `@skip` and `@include` go by. */
export type Switches = Readonly<Record<string, unknown>>;

interface Conditional {
  readonly directives?: readonly DirectiveNode[] | undefined;
}

/** The variables that decide which fields an operation asks for. */
export function switchesOf({ operation, fragments }: CompiledOperation): string[] {
  const names = new Set<string>();
  for (const node of [operation, ...Object.values(fragments)]) {
    visit(node, {
      Directive(directive) {
        const condition = conditionOf(directive);
        if (condition?.kind === Kind.VARIABLE) names.add(condition.name.value);
      },
    });
  }
  return [...names];
}

/** Whether a field or fragment is asked for. */
export function includes({ directives = [] }: Conditional, switches: Switches): boolean {
  return directives.every((directive) => {
    const condition = conditionOf(directive);
    if (condition === undefined) return true;
    const isOn =
      condition.kind === Kind.VARIABLE
        ? switches[condition.name.value] === true
        : condition.kind === Kind.BOOLEAN && condition.value;
    return directive.name.value === 'skip' ? !isOn : isOn;
  });
}

function conditionOf({ name, arguments: given }: DirectiveNode) {
  if (name.value !== 'skip' && name.value !== 'include') return undefined;
  return given?.find((argument) => argument.name.value === 'if')?.value;
}
