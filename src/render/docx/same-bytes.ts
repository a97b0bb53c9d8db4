/**
 * The same document in the same bytes: what the library fills in by chance, by counting on from the document before, and by the clock is
 * put right in the finished file.
 *
 * Names of relations and numbers of bookmarks and drawings become those of their order in the document; of dates, none stays.
 */
import type { Zippable } from 'fflate';

/** The first day that a ZIP archive can tell; without a zone, so that it is the same everywhere. */
const firstDay = '1980-01-01T00:00:00';

/** Attributes that name parts of the file, and those by which the ends of a bookmark find each other. */
const relation = /(?<=[ <](?:r:id|r:embed|r:link|Id)=")[^"]+(?=")/gu;
const bookmark = /(?<=<w:bookmark(?:Start|End)\b[^>]*? w:id=")\d+(?=")/gu;
/** Bookmarks of the library's own, for the table of contents. */
const contents = /(?<=w:name="|w:anchor="|<w:instrText[^>]*>\s*PAGEREF )_Toc\d+/gu;
const drawing = /(?<=<wp:docPr id=")\d+(?=")/gu;
const dates = /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/gu;

export async function sameBytes(archive: Uint8Array): Promise<Uint8Array> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate');
  const relations = ordinals('rId');
  const bookmarks = ordinals('');
  const entries = ordinals('_Toc');
  let drawings = 0;
  const steady = (text: string): string =>
    text
      .replace(relation, relations)
      .replace(bookmark, bookmarks)
      .replace(contents, entries)
      .replace(drawing, () => String((drawings += 1)))
      .replace(dates, '');
  const made: Zippable = {};
  for (const [path, bytes] of Object.entries(unzipSync(archive))) {
    const isText = /\.(?:xml|rels)$/u.test(path);
    made[path] = [isText ? strToU8(steady(strFromU8(bytes))) : bytes, { mtime: firstDay }];
  }
  return zipSync(made, { level: 6 });
}

/** A new name for each name, by the order in which they come. */
function ordinals(prefix: string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const ordinal = known.get(name) ?? prefix + String(known.size + 1);
    known.set(name, ordinal);
    return ordinal;
  };
}
