// Which types have a name of their own.
import { ts } from '../upstream.mjs';
import { packageOf } from './program.mjs';
import { isExported, isTypeDeclaration } from './syntax.mjs';

/** `text-start` → `TextStart`, `getArgs` → `GetArgs`, `/audio/speech` → `AudioSpeech`. */
export function pascalCase(text) {
  const words = String(text).split(/[^A-Za-z0-9]+/).filter(Boolean);
  return words.map(word => word[0].toUpperCase() + word.slice(1)).join('');
}

// Utilities compute a type out of another; the result belongs to whoever asked for it and takes no name from them.
const UTILITIES = new Set([
  ts.SyntaxKind.ConditionalType, ts.SyntaxKind.MappedType, ts.SyntaxKind.IndexedAccessType, ts.SyntaxKind.TypeOperator,
]);

const isOurs = (program, declaration) => {
  const file = declaration.getSourceFile();
  if (program.isSourceFileDefaultLibrary(file)) return false;
  const owner = packageOf(file.fileName);
  return owner === null || owner === 'ai' || owner.startsWith('@ai-sdk/');
};

/** The declaration that names this symbol for us: an interface or type alias of the SDK, no utility. */
export function namingDeclaration(program, symbol) {
  const declaration = symbol?.declarations?.find(isTypeDeclaration);
  if (!declaration || !isOurs(program, declaration)) return null;
  const generic = (declaration.typeParameters?.length ?? 0) > 0;
  return generic && isUtility(declaration) ? null : declaration;
}

/** Generic aliases that compute, and those a file keeps to itself: their results are named by where they stand. */
function isUtility(declaration) {
  if (!ts.isTypeAliasDeclaration(declaration)) return false;
  return UTILITIES.has(declaration.type.kind) || !(isExported(declaration) || declaration.getSourceFile().isDeclarationFile);
}

/** The symbol that names a type: its alias where it has one, else its interface. */
export function namingSymbol(program, type) {
  for (const symbol of [type.aliasSymbol, type.symbol]) if (namingDeclaration(program, symbol)) return symbol;
  return null;
}

/** The symbol a type node refers to by name, without type arguments: `x: Name`. */
export function referredSymbol({ program, checker }, node) {
  if (!node || !ts.isTypeReferenceNode(node) || node.typeArguments) return null;
  let symbol = checker.getSymbolAtLocation(node.typeName);
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
  const declaration = namingDeclaration(program, symbol);
  return declaration && !declaration.typeParameters ? symbol : null;
}

/** Bundled declarations number what collides (`Name$1`); the name is what stands before. Classes have no underscores. */
export const plainName = symbol => symbol.name.replace(/\$\d+$/, '').replaceAll('_', '');

/** The alias another package gave a type; not one of the language itself (`Readonly`). */
export function foreignName(program, { aliasSymbol }) {
  const file = aliasSymbol?.declarations?.[0].getSourceFile();
  return file && !program.isSourceFileDefaultLibrary(file) ? plainName(aliasSymbol) : null;
}
