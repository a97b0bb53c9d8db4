/**
 * The public API of trackflow: three functions, and the types of what goes through them. What is not named here is not promised.
 */
export { check, lint, render } from './app/api.js';
export type { CheckOptions, CheckResult, FlowInput, LintOptions, RenderOptions, RenderResult } from './app/api.js';
export type { FormatId } from './app/request.js';
export type { Facts } from './lint/facts.js';
export type { OptionSpec, OptionSpecs, OptionValues } from './lint/options.js';
export type { Place, Placed } from './lint/places.js';
export type { PresetId } from './lint/presets.js';
export type { Finding, ProposedFix, Rule, RuleContext, RuleGroup, RuleLevel, Vocabulary } from './lint/rule.js';
export type { Level, RuleSetting } from './lint/settings.js';
export type { Artifact } from './model/artifact.js';
export type { Change } from './model/change.js';
export type { Diagnostic, Edit, Fix, Position, Related, Severity, Span } from './model/diagnostic.js';
export type { Edge, Owner, Phase, Process, ProcessNode, Segment, Store, Kpi } from './model/process.js';
export type { Duration, Ratio } from './model/quantity.js';
export type { Scene } from './model/scene.js';
export type { Filter } from './model/filter.js';
export type { AnyViewId, MatrixId } from './model/matrix.js';
export type { Language, Text } from './model/text.js';
export type { Direction, ShowId, View, ViewId } from './model/view.js';
export type { MermaidDiagram, Theme } from './render/format.js';
export type { FlowDefinition } from './schema/index.js';
