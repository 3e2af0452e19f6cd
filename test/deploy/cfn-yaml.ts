import { isMap, parseDocument, type ScalarTag, type CollectionTag, type YAMLMap, type YAMLSeq } from 'yaml';

/** The intrinsic functions of CloudFormation that are written as tags here. */
const functions = ['Sub', 'GetAtt', 'Join', 'FindInMap', 'Equals', 'If', 'Select', 'Split', 'ImportValue'];

/** The long form of `!Name value`: what templates in JSON have. */
function longForm(name: string, value: unknown): object {
  if (name === 'Ref' || name === 'Condition') return { [name]: value };
  const isPath = name === 'GetAtt' && typeof value === 'string';
  return { [`Fn::${name}`]: isPath ? value.split('.') : value };
}

const tags = ['Ref', 'Condition', ...functions].flatMap((name): (ScalarTag | CollectionTag)[] => [
  { tag: `!${name}`, resolve: (text) => longForm(name, text) },
  {
    tag: `!${name}`,
    collection: 'seq',
    resolve: (sequence: YAMLMap | YAMLSeq) => longForm(name, isMap(sequence) ? {} : toPlain(sequence)),
  },
]);

function toPlain(sequence: YAMLSeq): unknown[] {
  return sequence.items.map((item) => (isNode(item) ? item.toJSON() : item));
}

function isNode(value: unknown): value is { toJSON(): unknown } {
  return typeof value === 'object' && value !== null && 'toJSON' in value;
}

/** Reads YAML with CloudFormation's tags in their long form. @throws Error where it is broken. */
export function parseCfn(text: string): unknown {
  const document = parseDocument(text, { customTags: tags, uniqueKeys: true });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined) throw new Error(fault.message);
  return document.toJS();
}
