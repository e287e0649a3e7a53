/** Gone with everything inside: code, other languages, what is filled in or pressed, what the page only draws. */
const dropped = new Set(
  'script style head title meta link base template noscript noembed noframes plaintext xmp svg math canvas select option datalist textarea button input label output progress meter map area'.split(
    ' ',
  ),
)
/** Dropped too, but worth telling: there was something to see or hear. */
const embedded = new Set('iframe frame frameset object embed applet audio video portal fencedframe'.split(' '))
const blocks = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

export const isDroppedWhole = ({ localName }: Element): boolean => dropped.has(localName)
export const isEmbedded = ({ localName }: Element): boolean => embedded.has(localName)
/** Begins and ends a paragraph. */
export const isBlock = ({ localName }: Element): boolean => blocks.has(localName)
export const isList = ({ localName }: Element): boolean => /^(?:ul|ol|menu|dir)$/.test(localName)
export const isElement = (node: Node | null): node is Element => node?.nodeType === 1
export const isWords = (node: Node): node is Text => node.nodeType === 3
