// Recursive schemas that no source file names: zod gathers them as numbered entries of one shared document. Here each
// gets a name of its own, and equal ones become one.
import { byText } from './upstream.mjs';

const SHARED = '__shared';
const PREFIX = `#/$defs/${SHARED}#/$defs/`;
const JSON_KINDS = ['array', 'boolean', 'null', 'number', 'object', 'string'];

/** Takes the shared document out of `schemas` and returns the entries it became: [{name, file, symbol, form}]. */
export function nameRecursive(schemas, found) {
  const shared = schemas[SHARED]?.$defs ?? {};
  delete schemas[SHARED];
  const names = new Map();
  const added = new Map();
  for (const id of Object.keys(shared).sort(byText)) {
    const owner = found.find(({ name }) => refersTo(schemas[name], id));
    const entry = isJsonValue(shared[id]) ? { name: 'JsonValue', file: 'zod', symbol: 'json' } : ownedBy(owner, id, shared);
    names.set(id, entry.name);
    added.set(entry.name, { ...entry, form: 'recursive', schema: shared[id] });
  }
  for (const { name, schema } of added.values()) {
    if (schemas[name]) throw new Error(`${name}: a recursive schema without a name would take the name of another`);
    schemas[name] = schema;
  }
  for (const name of Object.keys(schemas)) rename(schemas[name], names);
  return [...added.values()].map(({ name, file, symbol, form }) => ({ name, file, symbol, form }));
}

function ownedBy(owner, id, shared) {
  if (!owner) throw new Error(`a recursive schema is used by none that has a name: ${JSON.stringify(shared[id])}`);
  return { name: `${owner.name}Node`, file: owner.file, symbol: owner.symbol };
}

const refersTo = (schema, id) => JSON.stringify(schema).includes(JSON.stringify(PREFIX + id));

/** `z.json()`, also written out by hand: null, boolean, number, string, arrays and records of itself. */
function isJsonValue(schema) {
  const kinds = (schema.anyOf ?? []).flatMap(option => option.type ?? []);
  if (JSON.stringify([...kinds].sort(byText)) !== JSON.stringify(JSON_KINDS)) return false;
  const parts = schema.anyOf.flatMap(({ items, additionalProperties }) => [items, additionalProperties]);
  return parts.every(part => part === undefined || part.$ref?.startsWith(PREFIX));
}

function rename(node, names) {
  if (node === null || typeof node !== 'object') return;
  const { $ref } = node;
  if (typeof $ref === 'string' && $ref.startsWith(PREFIX)) node.$ref = `#/$defs/${names.get($ref.slice(PREFIX.length))}`;
  for (const value of Object.values(node)) rename(value, names);
}
