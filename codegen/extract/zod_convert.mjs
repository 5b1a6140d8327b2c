// Names the schemas of one package and turns them into JSON Schema, each loss marked where it happens.
import { byText, sortKeys } from './upstream.mjs';

/** `groqChatChunkSchema` → `GroqChatChunk`; `a.b-c` → `ABC`. */
export function className(text) {
  const words = text.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const joined = words.map(word => word[0].toUpperCase() + word.slice(1)).join('');
  return joined.length > 'Schema'.length ? joined.replace(/Schema$/, '') : joined;
}

/** Gives each found schema its name; where two ask for one name, each is prefixed with the stem of its file. */
export function nameAll(found) {
  const wanted = found.map(({ path, form }) => className(form === 'factory' ? path.join('.').replace(/^create/, '') : path.join('.')));
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
  for (const { schema, name } of found) registry.add(schema, { id: name });
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-2020-12', io: 'input', cycles: 'ref', reused: 'inline',
    uri: id => `#/$defs/${id}`,
    unrepresentable: 'any',
    override: markLosses,
  });
  for (const schema of Object.values(schemas)) for (const key of ['$id', '$schema', 'id']) delete schema[key];
  return schemas;
}

/** What JSON Schema cannot say about this node, as `x-zod` and `x-zod-refine`; and the tag of a tagged union. */
function markLosses({ zodSchema, jsonSchema }) {
  const { def } = zodSchema._zod;
  if (def.type === 'union' && def.discriminator && jsonSchema.oneOf) jsonSchema.discriminator = { propertyName: def.discriminator };
  const loss = lossOf(def);
  if (loss) jsonSchema['x-zod'] = loss;
  if (def.checks?.some(check => check._zod.def.check === 'custom')) jsonSchema['x-zod-refine'] = true;
}

function lossOf(def) {
  if (def.type === 'pipe' && [def.in, def.out].some(side => side._zod.def.type === 'transform')) return 'transform';
  if (['custom', 'transform', 'default', 'prefault', 'catch'].includes(def.type)) return def.type;
  return def.coerce ? 'coerce' : null;
}

export const sortedSchemas = schemas =>
  Object.fromEntries(Object.keys(schemas).sort(byText).map(name => [name, sortKeys(schemas[name])]));
