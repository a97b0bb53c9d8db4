/** The rules: a table for each group, and what is known of each rule; and their place in the schema of the project file. */
import { anchor, code, fenced, table } from './markdown.mjs';

const capital = (text) => text.replace(/^./u, (first) => first.toUpperCase());

export function presetTable({ presets, rules }) {
  return table(
    ['preset', 'rules', 'what it holds'],
    presets.map((preset) => [code(preset.id), rules.filter((rule) => preset.holds(rule)).length, preset.summary]),
  );
}

export function ruleTables({ rules, presets, ruleGroups }) {
  return ruleGroups
    .flatMap((group) => {
      const own = rules.filter((rule) => rule.group === group);
      if (own.length === 0) return [];
      const rows = own.map((rule) => [
        `[${code(rule.id)}](${anchor(rule.id)})`,
        rule.severity,
        presetsOf(rule, presets)[0] ?? '–',
        rule.fixable ?? '',
        rule.summary,
      ]);
      return [`### ${capital(group)}`, table(['rule', 'severity', 'from preset', 'fix', 'what it finds'], rows)];
    })
    .join('\n\n');
}

export function ruleReference({ rules, presets }) {
  return rules
    .map((rule) => {
      const { id, severity, group, summary, why, bad, good, beside = {}, options = {}, given, fixable } = rule;
      const on = presetsOf(rule, presets);
      const where = on.length === 0 ? 'on only where it is named' : `on under ${on.map(code).join(', ')}`;
      const rows = Object.entries(options).map(([name, spec]) => [
        code(name),
        spec.kind === 'words' ? 'list of words' : spec.kind,
        code(JSON.stringify(spec.default)),
        `${spec.summary}.`,
      ]);
      return [
        `### ${id}`,
        `**${severity}:** ${summary}.`,
        why,
        `Group ${group}; ${where}${fixable === undefined ? '' : `; \`--fix\` mends it (${fixable})`}.`,
        ...(rows.length > 0 ? [table(['option', 'value', 'default', 'what it says'], rows)] : []),
        ...(given === undefined ? [] : [`In the examples the project says ${code(JSON.stringify(given))}.`]),
        'Not:',
        fenced('yaml', bad),
        'But:',
        fenced('yaml', good),
        ...Object.entries(beside).flatMap(([file, text]) => [
          `Beside them stands ${code(file)}:`,
          fenced('yaml', text),
        ]),
      ].join('\n\n');
    })
    .join('\n\n');
}

function presetsOf(rule, presets) {
  return presets.filter((preset) => preset.holds(rule)).map(({ id }) => id);
}

const before = '"propertyNames": { "$ref": "#/$defs/ruleId" },';
const after = '"additionalProperties": { "$ref": "#/$defs/ruleSetting" }';

/**
 * The text of the schema with an entry for each rule, so that an editor knows their names; rules of plugins are allowed beside. Spliced
 * in, so that the rest of the file stays as it was written.
 */
export function withRules(text, { rules }) {
  const properties = Object.fromEntries(
    rules.map(({ id, summary, why, severity }) => [
      id,
      {
        $ref: '#/$defs/ruleSetting',
        title: summary,
        description: why,
        examples: [severity === 'error' ? 'off' : 'error'],
      },
    ]),
  );
  const from = text.indexOf(before);
  const to = text.indexOf(after, from);
  if (from === -1 || to === -1) throw new Error('config.schema.json has no levels of rules where they were');
  return `${text.slice(0, from + before.length)}\n"properties": ${JSON.stringify(properties, null, 2)},\n${text.slice(to)}`;
}

/** And without, as types, validators and the reference have it: for them a rule is as good as any other. */
export function withoutRules(schema) {
  const { properties: _, ...levels } = schema.$defs.levels;
  return { ...schema, $defs: { ...schema.$defs, levels } };
}
