// What no zod schema describes: arguments of provider-defined tools (the last type argument of the factory's call), and
// the types of options that a package lists.
import { fail, job, ts } from './upstream.mjs';
import { TypeConverter } from './types/convert.mjs';
import { createPackageProgram, sourceOf } from './types/program.mjs';
import { className } from './zod_convert.mjs';

const WITHOUT_OUTPUT = 'createProviderDefinedToolFactory';

/** {defs, args: {tool id: definition name, or null when the tool takes no arguments}, options: [definition name]}. */
function extract({ folder, tools, options }) {
  const files = [...tools.map(({ file }) => file), ...options.map(source => source.split('#')[0])];
  const context = createPackageProgram(folder, [...new Set(files)]);
  const converter = new TypeConverter(context);
  const args = Object.fromEntries(tools.map(tool => [tool.id, argsName(context, converter, tool)]));
  const named = options.map(source => optionsName(context, converter, source));
  return { defs: converter.bundle(), args, options: named };
}

function optionsName(context, converter, source) {
  const [file, symbol] = source.split('#');
  const declared = sourceOf(context, file).statements.find(({ name }) => name?.text === symbol);
  if (!declared) throw new Error(`${source}: there is no such type`);
  const { $ref } = converter.rootSymbol(context.checker.getSymbolAtLocation(declared.name));
  return $ref.slice('#/$defs/'.length);
}

function argsName(context, converter, { file, symbol, name }) {
  const node = argsNode(sourceOf(context, file), symbol);
  if (!node) return null;
  const type = context.checker.getTypeFromTypeNode(node);
  if (!context.checker.getPropertiesOfType(type).length) return null;
  const wanted = className(`${name}.args`);
  const isNamed = ts.isTypeReferenceNode(node);
  const { $ref } = isNamed ? converter.convert(type, wanted, node) : converter.root(wanted, type, `${file}#${symbol}`);
  if (!$ref) throw new Error(`${file}#${symbol}: the type of the arguments has no name`);
  return $ref.slice('#/$defs/'.length);
}

/** `createXToolFactory<Input, Args>(…)` or `<Input, Output, Args>(…)`; undefined when the types are left to be inferred. */
function argsNode(source, symbol) {
  const statements = source.statements.filter(ts.isVariableStatement);
  const declarations = statements.flatMap(({ declarationList }) => declarationList.declarations);
  const call = declarations.find(({ name }) => name.text === symbol)?.initializer;
  return call?.typeArguments?.at(call.expression.text === WITHOUT_OUTPUT ? 1 : 2);
}

const result = {};
for (const item of job.packages) {
  try {
    result[item.name] = extract(item);
  } catch (error) {
    fail(`${item.name}: ${error.message}`);
  }
}
process.stdout.write(JSON.stringify(result));
