/** A number of 32 bits that a text decides: to tell texts apart at a glance, and never for secrets (FNV-1a over code points; Fowler, Noll & Vo). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
