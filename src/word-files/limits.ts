const megabyte = 1024 * 1024

export const mostFileMegabytes = 50
export const mostFileBytes = mostFileMegabytes * megabyte
/** Parts in the archive; Word writes about fifteen and one for each picture. */
export const mostEntries = 2_000
/** All that an archive says it unfolds to, whether we need it or not. */
export const mostDeclaredBytes = 500 * megabyte
/** Text and its styles together. */
export const mostXmlBytes = 6 * megabyte
/** Deflate packs what offices write five to thirty times; what was made to burst, a thousand times. */
export const bombRatio = 100
export const mostPictureBytes = 25 * megabyte
export const mostPicturesBytes = 100 * megabyte
export const mostPictures = 100
export const mostTextBytes = 4 * megabyte
/** In one part; more of them do not fit into the memory of the thread. Twenty pages have five to ten thousand. */
export const mostElements = 75_000
/** Elements inside each other; a table in a table in a text box has some thirty. */
export const mostDepth = 500
/** Of a table. A cell that asks to cover more covers as many. */
export const mostColumns = 40
export const mostRows = 2_000
export const mostRepeatedSpaces = 200
/** Tables, lists and text boxes inside each other. */
export const mostLayers = 40

export const patienceMs = 8_000
export const mostHeapMegabytes = 100
