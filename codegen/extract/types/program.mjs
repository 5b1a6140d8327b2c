// One TypeScript program for one package: its own sources, the declarations of what it imports, nothing emitted.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ts } from '../upstream.mjs';

const AMBIENT = join(dirname(fileURLToPath(import.meta.url)), 'ambient.d.ts');

const OPTIONS = {
  strict: true, noEmit: true, skipLibCheck: true, types: [], esModuleInterop: true,
  target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
};

// The standard library is parsed once for all programs.
const libraryFiles = new Map();

/** A program over `files` of `folder`; `extra` maps names of files that exist only in memory to their text. */
export function createPackageProgram(folder, files, extra = {}) {
  const virtual = new Map(Object.entries(extra).map(([name, text]) => [join(folder, name), text]));
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = name => virtual.has(name) || fileExists(name);
  host.readFile = name => virtual.get(name) ?? readFile(name);
  host.getSourceFile = (name, version, ...rest) => {
    if (virtual.has(name)) return ts.createSourceFile(name, virtual.get(name), version, true);
    if (!name.includes('/typescript/lib/')) return getSourceFile(name, version, ...rest);
    if (!libraryFiles.has(name)) libraryFiles.set(name, getSourceFile(name, version, ...rest));
    return libraryFiles.get(name);
  };
  const roots = [AMBIENT, ...files.map(file => join(folder, file)), ...virtual.keys()];
  const program = ts.createProgram(roots, OPTIONS, host);
  return { program, checker: program.getTypeChecker(), folder };
}

/** The source file `file` of the package, or an error that names it. */
export function sourceOf({ program, folder }, file) {
  const source = program.getSourceFile(join(folder, file));
  if (!source) throw new Error(`${file}: not part of the program`);
  return source;
}

/** `src/chat/x.ts#Name` for a declaration of this package, `@ai-sdk/provider#Name` for one of another. */
export function sourceName(folder, node, name) {
  const file = node.getSourceFile().fileName.replaceAll('\\', '/');
  const own = `${folder.replaceAll('\\', '/')}/`;
  const inside = file.startsWith(own) ? file.slice(own.length) : null;
  if (inside && !inside.startsWith('node_modules/')) return `${inside}#${name}`;
  return `${packageOf(file) ?? ambientModule(node)}#${name}`;
}

/** The module that `declare module 'x'` around a declaration stands for. */
function ambientModule(node) {
  for (let parent = node.parent; parent; parent = parent.parent) if (ts.isModuleDeclaration(parent)) return parent.name.text;
  return 'typescript';
}

/** The npm package that a file lies in, or null for files outside of node_modules. */
export function packageOf(file) {
  const tail = file.replaceAll('\\', '/').split('/node_modules/').at(-1);
  if (tail === file.replaceAll('\\', '/')) return null;
  const [scope, name] = tail.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
