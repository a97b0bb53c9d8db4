/**
 * Data from a file → its definition, or diagnostics in the author's words.
 *
 * The only place that runs the precompiled validators. They compare; faults are boiled down, explained and cut out next door.
 * With errors the value is what could be salvaged (see there), and undefined if the file is not even recognisable.
 */
import { sortDiagnostics, type Diagnostic, type Locate, type Outcome } from '../model/diagnostic.js';
import { explain } from './explain.js';
import { faultsOf, type Contract } from './faults.js';
import type { BaselineDefinition } from './generated/baseline.js';
import type { ConfigDefinition } from './generated/config.js';
import type { FlowDefinition, LibraryDefinition } from './generated/flow.js';
import { baseline, config, flow, template, theme } from './generated/outline.js';
import type { SopTemplateDefinition } from './generated/sop-template.js';
import type { ThemeFileDefinition } from './generated/theme.js';
import {
  matchesBaseline,
  matchesConfig,
  matchesFlow,
  matchesLibrary,
  matchesTemplate,
  matchesTheme,
  type Validator,
} from './generated/validators.js';
import { salvage } from './salvage.js';

/** A file with nodes: `*.flow.yaml`. */
export function validateFlow(data: unknown, locate: Locate): Outcome<FlowDefinition> {
  return validate<FlowDefinition>(data, locate, matchesFlow, { outline: flow, root: 'root' });
}

/** A file named in the `use` of another. */
export function validateLibrary(data: unknown, locate: Locate): Outcome<LibraryDefinition> {
  return validate<LibraryDefinition>(data, locate, matchesLibrary, { outline: flow, root: 'library' });
}

/** `trackflow.config.yaml`. */
export function validateConfig(data: unknown, locate: Locate): Outcome<ConfigDefinition> {
  return validate<ConfigDefinition>(data, locate, matchesConfig, { outline: config, root: 'root' });
}

/** `*.theme.yaml`. */
export function validateTheme(data: unknown, locate: Locate): Outcome<ThemeFileDefinition> {
  return validate<ThemeFileDefinition>(data, locate, matchesTheme, { outline: theme, root: 'root' });
}

/** What an SOP consists of. */
export function validateTemplate(data: unknown, locate: Locate): Outcome<SopTemplateDefinition> {
  return validate<SopTemplateDefinition>(data, locate, matchesTemplate, { outline: template, root: 'root' });
}

/** What `--update-baseline` wrote. */
export function validateBaseline(data: unknown, locate: Locate): Outcome<BaselineDefinition> {
  return validate<BaselineDefinition>(data, locate, matchesBaseline, { outline: baseline, root: 'root' });
}

function validate<T>(data: unknown, locate: Locate, matches: Validator, contract: Contract): Outcome<T> {
  // The schema is what T was generated from: what matches it is a T.
  if (matches(data)) return { value: data as T, diagnostics: [] };
  const faults = faultsOf(matches.errors ?? [], data, contract);
  const found = faults.map((fault) => explain(fault, { contract, locate, data }));
  const lost = faults.some(
    ({ kind, steps }) => kind === 'root' || (kind === 'version' && typeof steps.at(-1)?.value === 'number'),
  );
  return {
    value: lost ? undefined : (salvage(data, matches, contract) as T | undefined),
    diagnostics: sortDiagnostics(once(found)),
  };
}

/** What an anchor defines once and aliases repeat is at fault once. */
function once(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, span, message }) => {
    // Two keys missing in one map share a place, and are two faults.
    const what = code === 'schema-missing-property' ? message.slice(0, message.indexOf(' ')) : '';
    const place = `${code} ${span?.start.offset ?? ''} ${span?.end.offset ?? ''} ${what}`;
    return !seen.has(place) && seen.add(place);
  });
}
