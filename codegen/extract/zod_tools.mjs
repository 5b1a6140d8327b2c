// Describes provider-defined tools: the factories that were called, under the names users know them by.
import { className } from './zod_convert.mjs';

/** Gives each tool its public name, as in the tables packages offer them in (`openaiTools = { webSearch, … }`). */
export function nameTools({ tools, tables }) {
  const names = new Map();
  for (const table of tables) {
    for (const [name, create] of Object.entries(table)) names.set(create({}).id, name);
  }
  for (const tool of tools) {
    tool.name = names.get(tool.definition.id) ?? tool.symbol.replace(/(Tool)?(Factory|_internal)$/, '');
  }
}

/** The schemas given to a tool factory on the spot, as entries like those of `findSchemas`. */
export function inlineToolSchemas({ file, symbol, name, definition }, found) {
  return ['input', 'output'].flatMap(side => {
    const schema = zodOf(definition[`${side}Schema`]);
    if (!schema || foundFor({ file, name, definition }, side, found)) return [];
    return [{ file, symbol: `${symbol}.${side}Schema`, form: 'inline', schema, path: [name, side] }];
  });
}

/** One record per tool id. */
export function describeTools({ found, tools }) {
  const records = new Map();
  for (const tool of tools) {
    const { file, symbol, name, definition } = tool;
    if (records.has(definition.id)) continue;
    records.set(definition.id, {
      id: definition.id, name, file, symbol, kind: definition.kind,
      args: found.find(entry => entry.file === file && /ArgsSchema$/.test(entry.symbol))?.name ?? null,
      input: foundFor(tool, 'input', found)?.name ?? null,
      output: foundFor(tool, 'output', found)?.name ?? null,
      supportsDeferredResults: definition.supportsDeferredResults ?? false,
    });
  }
  return [...records.values()];
}

/** The entry for one side of a tool: the schema it was given, or the factory in its file that was called to give it. */
function foundFor({ file, name, definition }, side, found) {
  const schema = zodOf(definition[`${side}Schema`]);
  const wanted = className(`${name}.${side}`);
  const isFactory = entry => entry.form === 'factory' && entry.file === file && className(entry.symbol) === wanted;
  return found.find(entry => entry.schema === schema) ?? found.find(isFactory);
}

const zodOf = given => (typeof given === 'function' ? given().__zod : (given?.__zod ?? (given?._zod ? given : null)));
