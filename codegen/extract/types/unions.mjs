// The members of a union: found with the names the source gave them, in the order of the source.
import { ts } from '../upstream.mjs';
import { namingSymbol } from './names.mjs';
import { platformType } from './opaque.mjs';
import { literalGroups } from './scalars.mjs';
import { isPlainObject } from './tags.mjs';

const { TypeFlags } = ts;
const LITERALS = TypeFlags.StringLiteral | TypeFlags.NumberLiteral | TypeFlags.BooleanLiteral;

/** The members without undefined. The checker flattens unions; `origin` remembers those that had a name. */
export function unionParts(program, type) {
  const source = type.origin?.isUnion?.() ? type.origin.types : type.types;
  const parts = source.flatMap(part => (part.isUnion() && !namingSymbol(program, part) ? unionParts(program, part) : [part]));
  return [...new Set(parts)].filter(part => !(part.flags & (TypeFlags.Undefined | TypeFlags.Void | TypeFlags.Never)));
}

/** The checker's order depends on what it met first; where the source writes the union out, that order counts. */
export function orderByNode(checker, parts, node) {
  const written = node && ts.isParenthesizedTypeNode(node) ? node.type : node;
  if (!written || !ts.isUnionTypeNode(written)) return parts;
  const members = written.types.map(member => checker.getTypeFromTypeNode(member));
  const rank = part => {
    const index = members.findIndex(member => member === part || (member.isUnion() && member.types.includes(part)));
    return index < 0 ? members.length : index;
  };
  return parts.map((part, index) => ({ part, index, rank: rank(part) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index).map(({ part }) => part);
}

/** {scalars: [{schema} or {type}], objects: [type]}; objects are what a tag can tell apart. */
export function splitParts(context, parts) {
  const literals = parts.filter(part => part.flags & LITERALS);
  const others = parts.filter(part => !(part.flags & LITERALS));
  const objects = others.filter(part => isTaggable(context, part));
  const rest = others.filter(part => !objects.includes(part));
  return { scalars: mergeStrings(literalGroups(literals), rest), objects };
}

/** `'a' | (string & {})`: any string, of which some are known. */
function mergeStrings(groups, rest) {
  const open = rest.filter(isString);
  const known = groups.find(group => group.type === 'string');
  if (!open.length || !known) return [...groups.map(schema => ({ schema })), ...rest.map(type => ({ type }))];
  const schema = { type: 'string', 'x-known': known.enum ?? [known.const] };
  const others = rest.filter(type => !isString(type)).map(type => ({ type }));
  const otherGroups = groups.filter(group => group !== known).map(group => ({ schema: group }));
  return [{ schema }, ...otherGroups, ...others];
}

export const isString = type =>
  Boolean(type.flags & TypeFlags.String) || (type.isIntersection() && type.types.some(part => part.flags & TypeFlags.String));

function isTaggable({ program, checker }, part) {
  if (part.isUnion()) return part.types.every(member => isTaggable({ program, checker }, member));
  if (!isPlainObject(part) || (part.isIntersection() && part.types.some(member => !isPlainObject(member)))) return false;
  return !checker.isArrayType(part) && !checker.isTupleType(part) && !platformType({ program, checker }, part);
}
