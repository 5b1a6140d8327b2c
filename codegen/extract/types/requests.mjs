// The request types of a package by surface: bodies of API calls, wire types that are exported, and the endpoints.
import { byText, ts } from '../upstream.mjs';
import { TypeConverter } from './convert.mjs';
import { describeCall, findCalls } from './calls.mjs';
import { pascalCase } from './names.mjs';
import { sourceOf } from './program.mjs';
import { isExported, isTypeDeclaration } from './syntax.mjs';

const WIRE_FILE = /-(prompt|api|api-types)\.ts$/;

/** {surfaces: {surface: {defs, endpoints}}, counts}. */
export function extractRequests(context, files, surfaces) {
  const counts = { calls: 0, bodies: 0, typed: 0, widened: 0, forms: 0, wireTypes: 0, inferred: 0 };
  const result = {};
  for (const surface of [...new Set(files.map(file => surfaces[file]))].sort(byText)) {
    const own = files.filter(file => surfaces[file] === surface);
    const converter = new TypeConverter(context, { silent: true });
    const endpoints = callsOf(context, own).map(call => endpoint(converter, call, counts));
    const inferred = {};
    for (const symbol of wireTypes(context, own)) {
      const schema = inferredFrom(symbol);
      if (schema) inferred[symbol.name] = schema;
      else converter.rootSymbol(symbol);
      counts[schema ? 'inferred' : 'wireTypes'] += 1;
    }
    const defs = converter.bundle();
    const found = endpoints.length || Object.keys(defs).length || Object.keys(inferred).length;
    if (found) result[surface] = { defs, endpoints, inferred };
  }
  return { surfaces: result, counts };
}

/** The calls of the files, each with a name: its owner, and what sets it apart where an owner makes several. */
function callsOf(context, files) {
  const calls = files.flatMap(file => findCalls(sourceOf(context, file)).map(node => ({ file, ...describeCall(context, node) })));
  for (const [name, group] of Map.groupBy(calls, call => pascalCase(call.owner))) {
    const names = distinguished(name, group);
    group.forEach((call, index) => { call.name = names[index]; });
  }
  return calls;
}

const lastWord = path => path.replace(/\?.*|\([^)]*\)|\{[^}]*\}/g, '').split('/').map(pascalCase).filter(Boolean).at(-1) ?? '';
const ATTRIBUTES = [call => lastWord(call.path), call => pascalCase(call.method.toLowerCase()), call => pascalCase(call.content)];

/** Calls that share a name get the next attribute in which they differ, at last a number. */
function distinguished(name, group) {
  const names = group.map(() => name);
  for (const attribute of ATTRIBUTES) {
    for (const indexes of sharing(names)) {
      const words = indexes.map(index => attribute(group[index]));
      if (new Set(words).size > 1) indexes.forEach((index, at) => { names[index] += words[at]; });
    }
  }
  for (const indexes of sharing(names)) indexes.slice(1).forEach((index, at) => { names[index] += at + 2; });
  return names;
}

/** The indexes of names that occur more than once, by name. */
const sharing = names => [...Map.groupBy(names.keys(), index => names[index]).values()].filter(indexes => indexes.length > 1);

function endpoint(converter, call, counts) {
  const source = `${call.file}#${call.owner}`;
  counts.calls += 1;
  const request = bodyOf(converter, call, source, counts);
  const { name, method, path, content, response } = call;
  const schemas = { ...(request && { request: request.$ref }), ...(response.length && { response }) };
  return { name, method, path, content, ...schemas, 'x-source': source };
}

function bodyOf(converter, call, source, counts) {
  if (call.content === 'none') return null;
  counts.bodies += 1;
  if (call.content === 'form-data') return formOf(converter, call, source, counts);
  const { types: [type], widened } = call.body;
  counts.typed += !widened && type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown) ? 0 : 1;
  if (!widened) return converter.root(call.name, type, source);
  counts.widened += 1;
  return converter.define(call.name, source, () => mergedBody(converter, call));
}

/** A widened body: what is known of the values it was made of, and what was assigned to it later. Required is what all have. */
function mergedBody(converter, { name, body: { types, assigned } }) {
  const found = types.map(type => inlined(converter, converter.structure(type, name))).filter(schema => schema.properties);
  const properties = Object.assign({}, ...found.map(schema => schema.properties));
  for (const [key, type] of assigned) properties[key] ??= converter.convert(type, name + pascalCase(key));
  const [first, ...rest] = found.map(schema => schema.required ?? []);
  const required = (first ?? []).filter(key => rest.every(other => other.includes(key)));
  return { type: 'object', properties, ...(required.length && { required }), additionalProperties: true, 'x-widened': true };
}

const inlined = (converter, schema) => (schema.$ref ? converter.defs.get(schema.$ref.split('/').at(-1)) : schema);

function formOf(converter, { name, fields }, source, counts) {
  counts.forms += 1;
  counts.typed += 1;
  return converter.define(name, source, () => {
    const properties = {};
    for (const [field, type] of Object.entries(fields)) {
      if (field) properties[field] = converter.convert(type, name + pascalCase(field));
    }
    const open = '' in fields && { additionalProperties: { type: 'string' } };
    return { type: 'object', properties, ...open, 'x-content': 'multipart/form-data' };
  });
}

/** `InferSchema<typeof schema>` says nothing that the zod schema does not: the name of that schema, or null. */
function inferredFrom(symbol) {
  const node = symbol.declarations[0].type;
  const query = node && ts.isTypeReferenceNode(node) && node.typeArguments?.length === 1 ? node.typeArguments[0] : null;
  return query && ts.isTypeQueryNode(query) ? query.exprName.getText() : null;
}

/** Exported types of the files that describe a wire format. */
function wireTypes(context, files) {
  return files.filter(file => WIRE_FILE.test(file)).flatMap(file => exportedTypes(context, file));
}

/** Symbols of the interfaces and type aliases that `file` itself declares and exports. */
export function exportedTypes(context, file) {
  const exported = sourceOf(context, file).statements.filter(node => isTypeDeclaration(node) && isExported(node));
  return [...new Set(exported.map(node => context.checker.getSymbolAtLocation(node.name)))];
}
