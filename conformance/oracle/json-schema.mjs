// The part of JSON Schema that `$validatingSchema` checks; another keyword is an error, so that no check is forgotten.

import { CaseError } from './case-error.mjs';

const CHECKS = {
  type: (types, value, path) => ([types].flat().includes(typeOf(value)) || isInteger(types, value) ? undefined : `${path}: expected ${types}`),
  enum: (values, value, path) => (values.includes(value) ? undefined : `${path}: not one of the enum`),
  const: (wanted, value, path) => (value === wanted ? undefined : `${path}: not the constant`),
  items: (items, value, path) => Array.isArray(value) && first(value, (item, index) => findProblem(items, item, `${path}[${index}]`)),
  required: (names, value, path) => isObject(value) && first(names, name => (name in value ? undefined : `${path}.${name}: required`)),
  properties: (properties, value, path) =>
    isObject(value) &&
    first(Object.keys(properties), name => (name in value ? findProblem(properties[name], value[name], `${path}.${name}`) : undefined)),
  additionalProperties: (allowed, value, path, { properties = {} }) =>
    allowed === false && isObject(value) && first(Object.keys(value), name => (name in properties ? undefined : `${path}.${name}: not allowed`)),
};
const ANNOTATIONS = new Set(['$schema', 'description', 'title', 'default', 'examples']);

export function checkSchema(schema) {
  const unknown = Object.keys(schema).filter(keyword => !(keyword in CHECKS) && !ANNOTATIONS.has(keyword));
  if (unknown.length > 0) throw new CaseError(`$validatingSchema cannot check ${unknown}`);
  for (const member of Object.values(schema.properties ?? {})) checkSchema(member);
  if (schema.items) checkSchema(schema.items);
}

export function findProblem(schema, value, path = '$') {
  return first(Object.keys(schema), keyword => {
    if (ANNOTATIONS.has(keyword)) return undefined;
    return CHECKS[keyword](schema[keyword], value, path, schema) || undefined;
  });
}

function first(items, find) {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found) return found;
  }
  return undefined;
}

function isObject(value) {
  return typeOf(value) === 'object';
}

function isInteger(types, value) {
  return [types].flat().includes('integer') && Number.isInteger(value);
}

function typeOf(value) {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
