// Arguments of provider-defined tools that no zod schema describes: the last type argument of the factory's call.
import { fail, job, ts } from './upstream.mjs';
import { TypeConverter } from './types/convert.mjs';
import { createPackageProgram, sourceOf } from './types/program.mjs';
import { className } from './zod_convert.mjs';

const WITHOUT_OUTPUT = 'createProviderDefinedToolFactory';

/** {defs, args: {tool id: definition name, or null when the tool takes no arguments}}. */
function extract({ folder, tools }) {
  const context = createPackageProgram(folder, [...new Set(tools.map(({ file }) => file))]);
  const converter = new TypeConverter(context);
  const args = Object.fromEntries(tools.map(tool => [tool.id, argsName(context, converter, tool)]));
  return { defs: converter.bundle(), args };
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
