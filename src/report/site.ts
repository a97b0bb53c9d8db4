/** Where the documentation of a code stands on the web, beside the schemas. */
export function helpUri(code: string): string {
  return `https://trackflow.example/rules#${encodeURIComponent(code)}`;
}
