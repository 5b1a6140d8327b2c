// Names the schemas of one package and turns them into JSON Schema, each loss marked where it happens.
import { byText, sortKeys } from './upstream.mjs';

const UNCHECKED = new Set(['any', 'unknown']);
/** Types JSON Schema has no word for and that are marked as losses; any other unrepresentable one ends the run. */
const MARKED = new Set(['custom', 'transform', 'catch']);

/** `groqChatChunkSchema` → `GroqChatChunk`; `a.b-c` → `ABC`. */
export function className(text) {
  const words = text.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const joined = words.map(word => word[0].toUpperCase() + word.slice(1)).join('');
  return joined.length > 'Schema'.length ? joined.replace(/Schema$/, '') : joined;
}

/** A factory is named after what it makes: `createXSchema` → `X`. */
const wantedName = ({ path, form }) => className(form === 'factory' ? path.join('.').replace(/^create/, '') : path.join('.'));

/** Gives each found schema its name; where two ask for one name, each is prefixed with the stem of its file. */
export function nameAll(found) {
  const wanted = found.map(wantedName);
  const count = new Map();
  for (const name of wanted) count.set(name, (count.get(name) ?? 0) + 1);
  const taken = new Map();
  found.forEach((entry, index) => {
    const plain = wanted[index];
    const name = count.get(plain) === 1 ? plain : className(`${stemOf(entry.file)}.${plain}`);
    const source = `${entry.file}#${entry.symbol}`;
    if (taken.has(name)) throw new Error(`${source}: the name ${name} is already taken by ${taken.get(name)}`);
    taken.set(name, source);
    entry.name = name;
  });
}

const stemOf = file => file.split('/').at(-1).replace(/\.\w+$/, '');

/** {name: JSON Schema} for every named schema; shared ones are references to `#/$defs/<name>`. */
export function convertAll(z, found) {
  const registry = z.registry();
  const guarded = new Set();
  for (const { schema, name } of found) {
    registry.add(schema, { id: name });
    describeByOutput(schema, guarded, new Set());
  }
  const options = {
    target: 'draft-2020-12', io: 'input', cycles: 'ref', reused: 'inline',
    uri: id => `#/$defs/${id}`,
    unrepresentable: ({ zodSchema }) => (MARKED.has(zodSchema._zod.def.type) ? 'any' : 'throw'),
    override: ({ zodSchema, jsonSchema }) => markLosses(zodSchema, jsonSchema, guarded),
  };
  const { schemas } = convert(z, registry, options, found);
  for (const schema of Object.values(schemas)) for (const key of ['$id', '$schema', 'id']) delete schema[key];
  return schemas;
}

function convert(z, registry, options, found) {
  try {
    return z.toJSONSchema(registry, options);
  } catch (error) {
    for (const { schema, file, symbol } of found) namedAttempt(z, schema, options, `${file}#${symbol}`);
    throw error;
  }
}

/** Converts one schema alone, so that the error can name it. */
function namedAttempt(z, schema, options, source) {
  try {
    z.toJSONSchema(schema, options);
  } catch (error) {
    throw new Error(`${source}: ${error.message}`, { cause: error });
  }
}

/** `unknown().check(…)` piped into a schema is that schema, guarded by a check: its input side says nothing. */
function describeByOutput(node, guarded, seen) {
  if (node === null || typeof node !== 'object' || seen.has(node)) return;
  seen.add(node);
  const def = node._zod?.def;
  if (def?.type === 'pipe' && UNCHECKED.has(def.in._zod.def.type) && def.out._zod.def.type !== 'transform') {
    def.in = def.out;
    guarded.add(node);
  }
  for (const part of Object.values(def ?? node)) describeByOutput(part, guarded, seen);
}

/** What JSON Schema cannot say about this node, as `x-zod` and `x-zod-refine`; and the tag of a tagged union. */
function markLosses(schema, json, guarded) {
  const { def } = schema._zod;
  if (def.type === 'union' && def.discriminator && json.oneOf) json.discriminator = { propertyName: def.discriminator };
  if (def.type === 'object') freeCaughtFields(def.shape, json);
  markLoss(json, lossOf(def));
  const refined = def.checks?.some(check => check._zod.def.check === 'custom');
  if (refined || guarded.has(schema)) json['x-zod-refine'] = true;
}

/** A caught field may be absent: absence is one more invalid value that is replaced. */
function freeCaughtFields(shape, json) {
  if (!json.required) return;
  json.required = json.required.filter(key => shape[key]._zod.def.type !== 'catch');
  if (!json.required.length) delete json.required;
}

/** Wrappers fall together into one node of JSON Schema: the outer loss is the node's, the one below it is kept beside it. */
function markLoss(json, loss) {
  if (!loss) return;
  const inner = json['x-zod'];
  if (inner && inner !== loss) {
    if (json['x-zod-within']) throw new Error(`one node is ${loss}, ${inner} and ${json['x-zod-within']}`);
    json['x-zod-within'] = inner;
  }
  json['x-zod'] = loss;
}

function lossOf(def) {
  if (def.type === 'pipe' && [def.in, def.out].some(side => side._zod.def.type === 'transform')) return 'transform';
  if (def.checks?.some(check => check._zod.def.check === 'overwrite')) return 'transform';
  if (['custom', 'transform', 'default', 'prefault', 'catch'].includes(def.type)) return def.type;
  return def.coerce ? 'coerce' : null;
}

export const sortedSchemas = schemas =>
  Object.fromEntries(Object.keys(schemas).sort(byText).map(name => [name, sortKeys(schemas[name])]));
