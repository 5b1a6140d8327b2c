// Lists what every entry point of the packages in the job exports, as the type checker sees it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byText, fail, job, ts } from './upstream.mjs';

/** First match wins: a name that is both a value and a type is known by its value. */
const KINDS = [
  [ts.SymbolFlags.Function, 'function'],
  [ts.SymbolFlags.Class, 'class'],
  [ts.SymbolFlags.Enum, 'enum'],
  [ts.SymbolFlags.Variable, 'const'],
  [ts.SymbolFlags.ValueModule | ts.SymbolFlags.NamespaceModule, 'namespace'],
  [ts.SymbolFlags.Interface, 'interface'],
  [ts.SymbolFlags.TypeAlias, 'type'],
];

/** Handed on from a package whose declarations are not installed (`json-schema`, which holds types only). */
const UNRESOLVED = 'unresolved';

/** Entry points with declarations: {'.': absolute path of its `.d.ts`}. */
function entryPoints(folder) {
  const entries = Object.entries(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).exports ?? {});
  const typed = entries.filter(([, target]) => target.types);
  return Object.fromEntries(typed.map(([entry, target]) => [entry, join(folder, target.types)]));
}

function exportsOf(program, checker, path) {
  const file = program.getSourceFile(path);
  const symbol = file && checker.getSymbolAtLocation(file);
  if (!symbol) throw new Error(`${path}: not a module with declarations`);
  const list = checker.getExportsOfModule(symbol).map(exported => describe(checker, exported));
  return list.sort((a, b) => byText(a.name, b.name));
}

function describe(checker, exported) {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const known = KINDS.find(([flag]) => symbol.flags & flag)?.[1];
  const kind = known ?? (checker.isUnknownSymbol(symbol) ? UNRESOLVED : undefined);
  if (!kind) throw new Error(`${exported.name}: an export of no known kind`);
  const deprecated = [exported, symbol].some(one => one.getJsDocTags(checker).some(tag => tag.name === 'deprecated'));
  return { name: exported.name, kind, deprecated };
}

const packages = job.packages.map(({ name, folder }) => ({ name, entries: entryPoints(folder) }));
const options = {
  module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ESNext,
  noEmit: true, skipLibCheck: true, types: [],
};
const program = ts.createProgram(packages.flatMap(({ entries }) => Object.values(entries)), options);
const checker = program.getTypeChecker();
const result = {};
for (const { name, entries } of packages) {
  try {
    const lists = Object.entries(entries).map(([entry, path]) => [entry, exportsOf(program, checker, path)]);
    result[name] = Object.fromEntries(lists);
  } catch (error) {
    fail(`${name}: ${error.message}`);
  }
}
process.stdout.write(JSON.stringify(result));
