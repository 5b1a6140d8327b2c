// Small questions about syntax that several parts ask.
import { ts } from '../upstream.mjs';

const { SymbolFlags, SyntaxKind } = ts;
const WRAPPERS = new Set([
  SyntaxKind.AwaitExpression, SyntaxKind.ParenthesizedExpression, SyntaxKind.AsExpression,
  SyntaxKind.NonNullExpression, SyntaxKind.SatisfiesExpression,
]);

/** The expression inside of `await`, parentheses, `as` and their like. */
export const unwrap = node => (WRAPPERS.has(node.kind) ? unwrap(node.expression) : node);

/** Where the value a name stands for is declared. */
export function declarationOf({ checker }, node) {
  const isShorthand = ts.isShorthandPropertyAssignment(node.parent);
  const symbol = isShorthand ? checker.getShorthandAssignmentValueSymbol(node.parent) : checker.getSymbolAtLocation(node);
  return (symbol && symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol)?.valueDeclaration;
}

/** The function with a body that a callee names, or null. */
export function calledFunction(context, callee) {
  const named = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  const declared = declarationOf(context, named) ?? callee;
  const declaration = declared.initializer && ts.isArrowFunction(declared.initializer) ? declared.initializer : declared;
  return ts.isFunctionLike(declaration) && declaration.body ? declaration : null;
}

/** Everything a function returns. */
export function returnsOf({ body }) {
  if (!ts.isBlock(body)) return [body];
  const found = [];
  const visit = node => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(body, visit);
  return found;
}

export const hasModifier = (node, ...kinds) => Boolean(node.modifiers?.some(({ kind }) => kinds.includes(kind)));

export const isExported = node => hasModifier(node, SyntaxKind.ExportKeyword);

export const isTypeDeclaration = node => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
