// Finds every schema of one package: imports each source file and asks its bindings.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inlineToolSchemas, nameTools } from './zod_tools.mjs';

/** Schemas that carry no structure of their own are written in place where they are used. */
const SCALARS = new Set([
  'string', 'number', 'int', 'boolean', 'bigint', 'symbol', 'undefined', 'null', 'any', 'unknown', 'never', 'void',
  'date', 'nan', 'literal', 'enum', 'template_literal', 'file',
]);
const WRAPPERS = new Set(['optional', 'nullable', 'default', 'prefault', 'catch', 'readonly', 'nonoptional']);

/**
 * What a package holds, in order of file and declaration: `found` schemas [{file, symbol, form, schema, path}],
 * `tools` [{file, symbol, definition}] and the `tables` that offer the tools.
 */
export async function findSchemas(folder, files, factories) {
  const state = { folder, factories, found: [], tools: [], tables: [], seen: new Map() };
  for (const file of files) await readFile(state, file);
  nameTools(state);
  for (const tool of state.tools) for (const entry of inlineToolSchemas(tool, state.found)) add(state, entry);
  return state;
}

function add(state, entry) {
  if (isScalar(entry.schema)) return;
  const known = state.seen.get(entry.schema);
  if (!known) {
    state.seen.set(entry.schema, entry);
    state.found.push(entry);
  } else if (known.file === entry.file && entry.exported && !known.exported) {
    Object.assign(known, entry); // one schema under two names: the exported one is the one users know
  }
}

async function readFile(state, file) {
  const { __spec: spec } = await importSource(state.folder, file);
  const resolved = new Set();
  for (const binding of spec.bindings) {
    if (await readBinding(state, file, binding)) resolved.add(binding.name);
  }
  for (const { path, locals, get } of spec.inline) {
    if (resolved.has(path[0])) continue;
    const symbol = path.join('.');
    if (locals.length) throw new Error(`${file}#${symbol}: this inline schema needs the local names ${locals.join(', ')}`);
    add(state, { file, symbol, form: 'inline', schema: get(), path });
  }
}

/** Notes what a top-level binding holds; true when the schemas written inside it are accounted for. */
async function readBinding(state, file, { name, form, exported, get }) {
  const source = `${file}#${name}`;
  if (form === 'shape' || state.factories[source] === false) return true;
  const value = get();
  if (value?.__tool) {
    state.tools.push({ file, symbol: name, definition: value.__tool });
    return true;
  }
  if (isToolTable(name, value)) state.tables.push(value);
  const given = form === 'factory' ? await factoryArguments(state, source) : [];
  const made = schemaOf(value, form, given);
  if (made) add(state, { file, symbol: name, ...made, path: [name], exported });
  return made !== null;
}

function isToolTable(name, value) {
  if (!/Tools$/.test(name) || value === null || typeof value !== 'object') return false;
  return Object.values(value).every(member => typeof member === 'function');
}

async function importSource(folder, file) {
  try {
    return await import(pathToFileURL(join(folder, file)).href);
  } catch (error) {
    throw new Error(`${file}: cannot be imported: ${error.message}`, { cause: error });
  }
}

/** The zod schema behind a binding's value, and the form it was written in; null when it is not a schema. */
function schemaOf(value, form, given) {
  if (value?._zod) return { form, schema: value };
  if (value?.__zod) return { form, schema: value.__zod };
  if (typeof value !== 'function') return null;
  if (value.__lazy) return schemaOf(value(), form === 'const' ? 'lazy' : form, []);
  return form === 'thunk' || form === 'factory' ? schemaOf(value(...given), form, []) : null;
}

/** What a schema factory is called with: `factories` names, for its `file#symbol`, schemas as `file#symbol`. */
async function factoryArguments({ folder, factories }, source) {
  if (!factories[source]) throw new Error(`${source}: a schema factory without an entry in [factories] of packages.toml`);
  return Promise.all(factories[source].map(argument => schemaAt(folder, argument)));
}

async function schemaAt(folder, source) {
  const [file, symbol] = source.split('#');
  const { __spec: spec } = await importSource(folder, file);
  const binding = spec.bindings.find(({ name }) => name === symbol);
  const made = binding && schemaOf(binding.get(), binding.form, []);
  if (!made) throw new Error(`${source}: named in [factories] of packages.toml, but there is no such schema`);
  return made.schema;
}

function isScalar(schema) {
  const { def } = schema._zod;
  if (WRAPPERS.has(def.type)) return isScalar(def.innerType);
  return SCALARS.has(def.type);
}
