/** The part of https://github.com/papandreou/subset-font that we use; it brings no types. */
declare module 'subset-font' {
  /** A font that holds only the characters of a text. */
  function subsetFont(font: Uint8Array, text: string, options: { targetFormat: 'truetype' }): Promise<Uint8Array>;

  export { subsetFont as default };
}
