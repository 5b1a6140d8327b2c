// Literals and template literals.
import { ts } from '../upstream.mjs';

const { TypeFlags } = ts;

/** The schema of a literal type, or null. */
export function literalSchema(type) {
  if (type.isStringLiteral()) return { type: 'string', const: type.value };
  if (type.isNumberLiteral()) return { type: Number.isInteger(type.value) ? 'integer' : 'number', const: type.value };
  if (type.flags & TypeFlags.BooleanLiteral) return { type: 'boolean', const: type.intrinsicName === 'true' };
  if (type.flags & TypeFlags.BigIntLiteral) return { type: 'integer' };
  return null;
}

/** A regular expression for `data-${string}`. */
export function templatePattern({ texts, types }) {
  const escape = text => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const holes = types.map(hole => (hole.flags & TypeFlags.Number ? '-?[0-9.]+' : '[\\s\\S]*'));
  return `^${texts.map((text, index) => escape(text) + (holes[index] ?? '')).join('')}$`;
}

/** One schema for the string, number and boolean literals of a union: an enumeration where there are several. */
export function literalGroups(literals) {
  const strings = literals.filter(type => type.isStringLiteral()).map(type => type.value);
  const numbers = literals.filter(type => type.isNumberLiteral()).map(type => type.value);
  const booleans = literals.filter(type => type.flags & TypeFlags.BooleanLiteral).map(type => type.intrinsicName === 'true');
  const groups = [];
  if (strings.length) groups.push(enumeration('string', strings));
  if (numbers.length) groups.push(enumeration(numbers.every(Number.isInteger) ? 'integer' : 'number', numbers));
  if (booleans.length) groups.push(booleans.length === 2 ? { type: 'boolean' } : { type: 'boolean', const: booleans[0] });
  return groups;
}

const enumeration = (type, values) => (values.length === 1 ? { type, const: values[0] } : { type, enum: values });
