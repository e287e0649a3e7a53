/** The same letters by themselves: a piece that was cut from a text keeps the whole of that text in memory, as long as it is kept. */
export const ownCopy = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')
