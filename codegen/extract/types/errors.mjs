// Error classes: the name they carry at run time, what their constructor takes, and what they add to their base.
import { byText, ts } from '../upstream.mjs';
import { TypeConverter } from './convert.mjs';
import { sourceName, sourceOf } from './program.mjs';
import { declarationOf, hasModifier, isExported } from './syntax.mjs';

const { ExtendsKeyword, PrivateKeyword, ProtectedKeyword, StaticKeyword } = ts.SyntaxKind;

/** {ClassName: schema of the constructor's fields} for the exported error classes of the files. */
export function extractErrors(context, files) {
  const converter = new TypeConverter(context);
  for (const file of files) {
    for (const node of sourceOf(context, file).statements) if (isErrorClass(context, node)) defineError(converter, node);
  }
  return converter.bundle();
}

function isErrorClass({ checker }, node) {
  if (!ts.isClassDeclaration(node) || !node.name || !isExported(node)) return false;
  let type = checker.getTypeAtLocation(node.name);
  for (; type; [type] = checker.getBaseTypes(type) ?? []) if (type.symbol?.name === 'Error') return true;
  return false;
}

function defineError(converter, node) {
  const className = node.name.text;
  const source = sourceName(converter.context.folder, node, className);
  const name = errorName(converter.context, node);
  converter.define(className, source, () => ({
    ...constructorSchema(converter, node, className),
    'x-base': baseName(node),
    ...(name && { 'x-error-name': name }),
    'x-own': ownProperties(converter, node, className),
    'x-static': methodNames(node, true),
    'x-methods': methodNames(node, false),
  }));
}

const baseName = node => node.heritageClauses.find(clause => clause.token === ExtendsKeyword).types[0].expression.getText();

/** The fields of the one object most constructors take; parameters by position keep their names and order. */
function constructorSchema(converter, node, className) {
  const { checker } = converter.context;
  const written = node.members.find(ts.isConstructorDeclaration);
  if (!written) return { type: 'object', properties: {}, 'x-inherits-constructor': true };
  const [first, ...rest] = written.parameters;
  const takesObject = first && !rest.length && ts.isObjectBindingPattern(first.name);
  if (takesObject) return converter.structure(checker.getTypeAtLocation(first), className);
  return positional(converter, written.parameters, className);
}

function positional(converter, parameters, className) {
  const properties = {};
  const required = [];
  for (const parameter of parameters) {
    const name = parameter.name.getText();
    properties[name] = converter.convert(converter.context.checker.getTypeAtLocation(parameter), className);
    if (!parameter.questionToken && !parameter.initializer) required.push(name);
  }
  return { type: 'object', properties, ...(required.length && { required }), 'x-positional': Object.keys(properties) };
}

/** The literal a class hands to its base as `name` (or `errorName`), or gives to its own field `name`; else null. */
function errorName(context, node) {
  let found = null;
  const visit = child => {
    const value = nameValue(child);
    if (value) found ??= literalText(context, value);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

function nameValue(node) {
  const isField = ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node);
  if (isField && /^(name|errorName)$/.test(node.name.getText())) return node.initializer;
  if (ts.isShorthandPropertyAssignment(node) && node.name.text === 'name') return node.name;
  return ts.isBinaryExpression(node) && node.left.getText() === 'this.name' ? node.right : null;
}

/** The text of a literal, of the constant a name stands for, or of the default of a parameter. */
function literalText(context, value) {
  if (ts.isStringLiteralLike(value)) return value.text;
  const declaration = declarationOf(context, value);
  const holds = declaration && (ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration));
  return holds && declaration.initializer ? literalText(context, declaration.initializer) : null;
}

/** Declared fields and constructor parameters that are fields too. */
function ownProperties(converter, node, className) {
  const { checker } = converter.context;
  const parameters = node.members.find(ts.isConstructorDeclaration)?.parameters ?? [];
  const fields = node.members.filter(member => ts.isPropertyDeclaration(member) && !ts.isComputedPropertyName(member.name));
  const members = [...fields, ...parameters.filter(parameter => parameter.modifiers?.length)].filter(isPublic);
  return Object.fromEntries(members.map(member => {
    const schema = converter.convert(checker.getTypeAtLocation(member), className, member.type);
    return [member.name.getText(), { ...schema, ...(member.questionToken && { 'x-optional': true }) }];
  }));
}

const isPublic = member => !hasModifier(member, PrivateKeyword, StaticKeyword);

const methodNames = (node, wantStatic) => node.members
  .filter(member => ts.isMethodDeclaration(member) && !hasModifier(member, PrivateKeyword, ProtectedKeyword))
  .filter(member => hasModifier(member, StaticKeyword) === wantStatic)
  .map(member => member.name.getText()).sort(byText);
